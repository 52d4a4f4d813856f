/** One delivery of a message: it may come again, and in any order. */
export interface Delivery {
  text: string
  /** How often it was delivered before. */
  redeliveries: number
}

/** All that a service knows of messaging; a delivery is acknowledged when its handler resolves. */
export interface EventBus {
  /** Resolves once the broker has stored the message; a rejected one may have been stored. */
  publish(subject: string, text: string): Promise<void>
  /** Consumes a subject as one durable group: each message goes to one member, again until handled. */
  subscribe(subject: string, group: string, handle: (delivery: Delivery) => Promise<void>): void
  /**
   * Tells this process alone, in order, what was published within the last `sinceMs` and all that follows;
   * the past is told again after a lost connection. Resolves once the past was told for the first time.
   */
  broadcast(subject: string, sinceMs: number, handle: (text: string) => void): Promise<void>
  isConnected(): boolean
  /** Ends the subscriptions and waits for the handlers at work; publishing goes on. */
  stopConsuming(): Promise<void>
  /** Leaves the broker. */
  close(): Promise<void>
}
