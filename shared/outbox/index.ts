export {
  withEvents,
  withLatestEvent,
  event,
  outboxOf,
  outboxPaths,
  snapshotEvent,
  type OutboxEntry,
  type OutboxFields,
  type Update,
} from './append.ts'
export { Relay, type OutboxSource } from './relay.ts'
