/** One delivery of a message; deliveries repeat and come in any order. */
interface Delivery {
  text: string
  /** Earlier deliveries of the same message. */
  redeliveries: number
}

/** Handles a delivery; the message is redelivered until it resolves. */
export type HandleDelivery = (delivery: Delivery) => Promise<void>

/** The newest message of a subject. */
export interface Message {
  text: string
  /** Rises with each message of the subject, as long as the broker keeps its store. */
  sequence: number
}

/** One connection to the broker; everything on it fails once it is lost. */
export interface BrokerConnection {
  /**
   * Resolves once the broker has stored the message. With `previous`, a broker that can tell stores it only right after
   * that message of the subject, or as the first one.
   */
  publish(subject: string, text: string, previous?: Message | null): Promise<void>
  /** The newest message of each subject, null where there is none; rejects when the store may be another than at the start. */
  newest(subjects: readonly string[]): Promise<(Message | null)[]>
}

/** The brokers that there is an adapter for. */
export type BrokerName = 'stan' | 'jetstream'

/** A broker whose store can be checked. */
export interface Broker {
  readonly name: BrokerName
  /** Calls the listener with each new connection, and with the current one. */
  onConnected(listener: (connection: BrokerConnection) => void): void
}

/** The message bus as services see it. */
export interface EventBus {
  /** More than one only while a shop moves from one broker to another. */
  readonly brokers: readonly Broker[]
  /**
   * Resolves once the broker has stored the message. A message that was rejected may be stored all the same; with an
   * id, the broker may recognize a repeated one.
   */
  publish(subject: string, text: string, id?: string): Promise<void>
  /** Consumes a subject as a durable group: each message goes to one member, and is redelivered until a handler resolves. */
  subscribe(subject: string, group: string, handle: HandleDelivery): void
  /**
   * Delivers messages of the last `sinceMs` and all new ones, in order, to this process alone. The recent ones are
   * delivered again after a lost connection. Resolves once they were delivered for the first time.
   */
  tail(subject: string, sinceMs: number, handle: (text: string) => void): Promise<void>
  isConnected(): boolean
  /** Calls the listener after each new connection, and now if there is one. */
  onConnected(listener: () => void): void
  /** Closes the subscriptions and waits for running handlers; publishing still works. */
  stopConsuming(): Promise<void>
  /** Disconnects from the broker. */
  close(): Promise<void>
}
