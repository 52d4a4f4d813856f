/** One delivery of a message; deliveries repeat and come in any order. */
export interface Delivery {
  text: string
  /** Earlier deliveries of the same message. */
  redeliveries: number
}

/** A message of a channel. */
export interface Message {
  text: string
  /** Its number in the channel, from 1 on. */
  sequence: number
}

/** One connection to the broker; everything on it fails once it is lost. */
export interface BrokerConnection {
  /** Resolves once the broker has stored the message. */
  publish(subject: string, text: string): Promise<void>
  /** The newest message of a channel; null when it is empty. */
  newest(subject: string): Promise<Message | null>
}

/** The message bus as services see it. */
export interface EventBus {
  /** Resolves once the broker has stored the message. A message that was rejected may be stored all the same. */
  publish(subject: string, text: string): Promise<void>
  /** Consumes a subject as a durable group: each message goes to one member, and is redelivered until a handler resolves. */
  subscribe(subject: string, group: string, handle: (delivery: Delivery) => Promise<void>): void
  /**
   * Delivers messages of the last `sinceMs` and all new ones, in order, to this process alone. The recent ones are
   * delivered again after a lost connection. Resolves once they were delivered for the first time.
   */
  tail(subject: string, sinceMs: number, handle: (text: string) => void): Promise<void>
  isConnected(): boolean
  /** Calls the listener with each new connection, and with the current one. */
  onConnected(listener: (connection: BrokerConnection) => void): void
  /** Closes the subscriptions and waits for running handlers; publishing still works. */
  stopConsuming(): Promise<void>
  /** Disconnects from the broker. */
  close(): Promise<void>
}
