import type { Message, Stan, Subscription } from 'node-nats-streaming'
import { closed } from './stan-client.ts'

export interface Broadcast {
  subject: string
  /** How far back the past is told, in milliseconds. */
  sinceMs: number
  /** Must not throw, and take a message twice. */
  handle: (text: string) => void
}

interface Owner {
  /** Whether the client is still in use; a discarded one must not be asked for anything. */
  isCurrent: () => boolean
  /** Whatever the channel held when the subscription began has been handled. */
  caughtUp: () => void
  failed: (why: unknown) => void
}

const MAX_IN_FLIGHT = 1024
const EMPTY_AFTER_MS = 500

/** Subscribes for this client alone, leaving no trace at the broker: the recent past first, then what follows. */
export function replay(
  stan: Stan,
  { subject, sinceMs, handle }: Broadcast,
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
    // A message may overtake the reply that names the inbox for acks; it comes again after the ack wait.
    if (isReady) message.ack()
    seen = Math.max(seen, message.getSequence())
    if (seen >= last) owner.caughtUp()
  })
  subscription.on('ready', async () => {
    isReady = true
    last = await lastSequence(stan, subject, owner)
    // The broker starts one subscription after the other and sends everything by one connection: had the past
    // anything to tell, its first message would have come before the answer.
    if (seen === 0 || seen >= last) owner.caughtUp()
  })
  return subscription
}

/** The number of the channel's newest message; 0 when it holds none. */
function lastSequence(stan: Stan, subject: string, { isCurrent, failed }: Owner): Promise<number> {
  const options = stan.subscriptionOptions().setStartWithLastReceived().setManualAckMode(true)
  const probe = stan.subscribe(subject, options)
  for (const failure of ['error', 'timeout']) probe.on(failure, failed)
  const { promise, resolve } = Promise.withResolvers<number>()
  probe.on('message', (message: Message) => resolve(message.getSequence()))
  // An empty channel says nothing. The reply to the closing comes after whatever the broker has sent before,
  // so a process that was too busy to read it in time does not take it for silence.
  const end = () => isCurrent() && void closed(probe).then(() => resolve(0))
  probe.on('ready', () => setTimeout(end, EMPTY_AFTER_MS))
  return promise
}
