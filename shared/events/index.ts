export type { BrokerConnection, EventBus } from './event-bus.ts'
export { NatsStreamingBus } from './nats-streaming.ts'
export {
  RetryLater,
  handleText,
  listener,
  subscribe,
  type DeadLetter,
  type Listener,
} from './subscribe.ts'
export { tailEvents } from './tail.ts'
