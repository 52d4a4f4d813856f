import type { Message, Stan, Subscription } from 'node-nats-streaming'

const MAX_IN_FLIGHT = 16

/** Subscribes as a member of a durable group, from the first message on; acks are by hand. */
export function subscribeDurably(
  stan: Stan,
  subject: string,
  group: string,
  ackWaitS: number,
): Subscription {
  const options = stan
    .subscriptionOptions()
    .setDeliverAllAvailable()
    .setDurableName(group)
    .setManualAckMode(true)
    .setAckWait(ackWaitS * 1000)
    .setMaxInFlight(MAX_IN_FLIGHT)
  return stan.subscribe(subject, group, options)
}

/** How often a message was delivered before. */
export function redeliveriesOf(message: Message): number {
  // The library has this method; its type declarations do not.
  return (message as Message & { getRedeliveryCount(): number }).getRedeliveryCount()
}

/** Ends a client at once, deaf to whatever it still says; what it was publishing is refused. */
export function discard(stan: Stan): void {
  // `close()` would wait for a broker that may never answer. Without the clean-up the client's pings go on
  // and throw on the closed connection.
  const inner = stan as unknown as { nc?: { close(): void }; cleanupOnClose(error: Error): void }
  stan.removeAllListeners()
  stan.on('error', () => {})
  inner.cleanupOnClose(new Error('the connection was lost'))
  inner.nc?.close()
}

/** Closes a subscription; its durable group stays. */
export function closed(subscription: Subscription): Promise<void> {
  return new Promise((resolve) => {
    subscription.once('closed', () => resolve())
    subscription.once('error', () => resolve())
    subscription.close()
  })
}

/** Waits for all the work, but not longer than this many milliseconds. */
export function within(ms: number, work: Promise<unknown>[]): Promise<unknown> {
  return Promise.race([Promise.allSettled(work), Bun.sleep(ms)])
}

/** Publishes a message; resolves when the broker has stored it. */
export function publishOn(stan: Stan, subject: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stan.publish(subject, text, (error) => {
      // The library reports some errors as plain strings.
      if (error) reject(new Error('not stored', { cause: error }))
      else resolve()
    })
  })
}
