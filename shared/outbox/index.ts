export {
  announcing,
  announcingLatest,
  event,
  outboxOf,
  outboxPaths,
  slot,
  type OutboxEntry,
  type OutboxFields,
  type Update,
} from './append.ts'
export { Relay, type OutboxSource } from './relay.ts'
