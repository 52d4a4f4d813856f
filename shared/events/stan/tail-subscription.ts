import type { Message, Stan, Subscription } from 'node-nats-streaming'
import { newestOrSilence } from './newest-message.ts'

interface Tail {
  subject: string
  /** How far back the messages begin, in milliseconds. */
  sinceMs: number
  /** Must not throw, and must accept a message twice. */
  handle: (text: string) => void
}

interface Owner {
  /** Whether the client is still in use; a discarded one must not be called. */
  isCurrent: () => boolean
  /** Called when every message that was in the channel at the start is handled. */
  caughtUp: () => void
  failed: (why: unknown) => void
}

const MAX_IN_FLIGHT = 1024

/** Subscribes this client without a durable group: recent messages first, then new ones. */
export function openTail(
  stan: Stan,
  { subject, sinceMs, handle }: Tail,
  owner: Owner,
): Subscription {
  const options = stan
    .subscriptionOptions()
    .setStartAtTimeDelta(sinceMs)
    .setManualAckMode(true)
    .setMaxInFlight(MAX_IN_FLIGHT)
  const subscription = stan.subscribe(subject, options)
  let isReady = false
  let seen = 0
  let last = Number.POSITIVE_INFINITY
  subscription.on('message', (message: Message) => {
    handle(String(message.getData()))
    // Without the response that names the inbox for acks it cannot be acknowledged; it is redelivered.
    if (isReady) message.ack()
    seen = Math.max(seen, message.getSequence())
    if (seen >= last) owner.caughtUp()
  })
  subscription.on('ready', async () => {
    isReady = true
    try {
      last = (await newestOrSilence(stan, subject, owner.isCurrent))?.sequence ?? 0
    } catch (error) {
      return owner.failed(error)
    }
    // The broker opens subscriptions one after the other on one connection, so a recent message would have
    // arrived before the response.
    if (seen === 0 || seen >= last) owner.caughtUp()
  })
  return subscription
}
