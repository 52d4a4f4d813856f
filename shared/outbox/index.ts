export {
  event,
  hasOutbox,
  outboxOf,
  outboxTimes,
  snapshotEvent,
  withEvents,
  withLatestEvent,
  type OutboxEntry,
  type OutboxFields,
  type Update,
} from './append.ts'
export { BrokerCheck } from './broker-check.ts'
export { Marks, isRepublishing, requestRepublish } from './marks.ts'
export type { PastEvent } from './past-event.ts'
export { Relay, type Publish } from './relay.ts'
export { oldestPending, type OutboxSource } from './source.ts'
