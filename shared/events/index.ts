export { BUSES, createBus, type BusName, type BusSettings } from './create-bus.ts'
export type { Broker, BrokerConnection, BrokerName, EventBus } from './event-bus.ts'
export {
  RetryLater,
  handleText,
  listener,
  subscribe,
  type DeadLetter,
  type Listener,
} from './subscribe.ts'
export { tailEvents } from './tail.ts'
