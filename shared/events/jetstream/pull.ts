import type { ConsumerInfo, JsMsg } from '@nats-io/jetstream'
import { isStreamGone, type Session } from './session.ts'

const EXPIRES_MS = 30_000
const RETRY_MS = 250

/** Repeats work, such as pulling from a consumer, until the signal; a stream that is gone ends the session. */
export async function keepTrying(
  session: Session,
  signal: AbortSignal,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work()
    } catch (error) {
      if (signal.aborted) return
      failed(error)
      if (isStreamGone(error)) return session.lose(error)
      await Bun.sleep(RETRY_MS)
    }
  }
}

export interface Pull {
  /** How many messages may be sent now; awaited before each request. */
  places: () => Promise<number> | number
  /** A consumer's server that is silent for twice as long is given up. */
  heartbeatMs: number
  take: (message: JsMsg) => void
}

/** Takes messages of a consumer until the signal; throws when it is gone, or its server does not respond. */
export async function pull(
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
