export {
  announcing,
  announcingLatest,
  event,
  outboxOf,
  outboxPaths,
  slot,
  type OutboxFields,
} from './append.ts'
export { Relay, type OutboxSource } from './relay.ts'
