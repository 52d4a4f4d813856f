import type { ConsumerInfo, JsMsg } from '@nats-io/jetstream'
import { isStreamGone, type Session } from './session.ts'

const EXPIRES_MS = 30_000
const RETRY_MS = 250
/** Longer than an election. */
const PATIENCE_MS = 10_000

interface Consuming {
  create: () => Promise<ConsumerInfo>
  pull: Pull
  failed: (error: unknown) => void
}

/**
 * Creates a consumer and takes its messages until the signal, again after each failure. A stream that is gone ends the
 * session, and a server where the consumer stays away is left.
 */
export async function keepPulling(
  session: Session,
  { create, pull, failed }: Consuming,
  signal: AbortSignal,
): Promise<void> {
  let failingSince: number | null = null
  while (!signal.aborted) {
    try {
      const info = await create()
      failingSince = null
      await pullFrom(session, info, pull, signal)
    } catch (error) {
      if (signal.aborted) return
      failed(error)
      if (isStreamGone(error)) return session.lose(error)
      failingSince ??= performance.now()
      if (performance.now() - failingSince > PATIENCE_MS) return session.leave(error)
      await Bun.sleep(RETRY_MS)
    }
  }
}

interface Pull {
  /** How many messages may be sent now; awaited before each request. */
  places: () => Promise<number> | number
  /** A consumer's server that is silent for twice as long is given up. */
  heartbeatMs: number
  take: (message: JsMsg) => void
}

/** Takes messages of a consumer until the signal; throws when it is gone, or its server does not respond. */
async function pullFrom(
  { jetstream }: Session,
  info: ConsumerInfo,
  { places, heartbeatMs, take }: Pull,
  signal: AbortSignal,
): Promise<void> {
  const consumer = jetstream.consumers.getConsumerFromInfo(info)
  while (!signal.aborted) {
    const max_messages = await places()
    const options = { max_messages, expires: EXPIRES_MS, idle_heartbeat: heartbeatMs }
    const messages = await consumer.fetch(options)
    const stop = () => messages.stop()
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop)
    try {
      for await (const message of messages) take(message)
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
}
