import type { Message, Stan, Subscription } from 'node-nats-streaming'
import { closed } from './stan-client.ts'

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
const EMPTY_AFTER_MS = 500

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
    last = await lastSequence(stan, subject, owner)
    // The broker opens subscriptions one after the other on one connection, so a recent message would have
    // arrived before the response.
    if (seen === 0 || seen >= last) owner.caughtUp()
  })
  return subscription
}

/** The sequence number of the channel's newest message; 0 when it is empty. */
function lastSequence(stan: Stan, subject: string, { isCurrent, failed }: Owner): Promise<number> {
  const options = stan.subscriptionOptions().setStartWithLastReceived().setManualAckMode(true)
  const probe = stan.subscribe(subject, options)
  for (const failure of ['error', 'timeout']) probe.on(failure, failed)
  const { promise, resolve } = Promise.withResolvers<number>()
  probe.on('message', (message: Message) => resolve(message.getSequence()))
  // An empty channel sends nothing. The response to closing arrives after everything the broker sent before it,
  // so a busy process does not mistake a late message for an empty channel.
  const end = () => isCurrent() && void closed(probe).then(() => resolve(0))
  probe.on('ready', () => setTimeout(end, EMPTY_AFTER_MS))
  return promise
}
