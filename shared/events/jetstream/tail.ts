import { AckPolicy, DeliverPolicy, type JsMsg } from '@nats-io/jetstream'
import type { Log } from '../../log/index.ts'
import { keepPulling } from './pull.ts'
import type { Session } from './session.ts'

export interface Tail {
  subject: string
  /** How far back the messages begin, in milliseconds. */
  sinceMs: number
  /** Must not throw, and must accept a message twice. */
  handle: (text: string) => void
  /** Called when every message that was there at the start is handled. */
  caughtUp: () => void
  log: Log
}

const NANOSECONDS = 1_000_000
/** A lost store is noticed after two: a revocation that comes next is heard in time. */
const HEARTBEAT_MS = 1000
const FORGOTTEN_AFTER_MS = 60_000
const MAX_AT_ONCE = 512

/**
 * Delivers recent messages, then new ones, until the signal. The consumer is made anew whenever it is lost, from the
 * same time on: a position in a store that may have been lost would skip messages.
 */
export async function openTail(session: Session, tail: Tail, signal: AbortSignal): Promise<void> {
  const { subject, handle, caughtUp, log } = tail
  const take = (message: JsMsg) => {
    handle(message.string())
    if (message.info.pending === 0) caughtUp()
  }
  const open = async () => {
    const info = await create(session, tail)
    if (info.num_pending === 0) caughtUp()
    return info
  }
  const pull = { places: () => MAX_AT_ONCE, heartbeatMs: HEARTBEAT_MS, take }
  const failed = (error: unknown) => log.debug({ error, subject }, 'the tail is opened again')
  await keepPulling(session, { create: open, pull, failed }, signal)
}

function create({ manager, names }: Session, { subject, sinceMs }: Tail) {
  return manager.consumers.add(names.stream, {
    name: `tail_${crypto.randomUUID().slice(0, 8)}`,
    filter_subject: names.subject(subject),
    deliver_policy: DeliverPolicy.StartTime,
    opt_start_time: new Date(Date.now() - sinceMs).toISOString(),
    ack_policy: AckPolicy.None,
    inactive_threshold: FORGOTTEN_AFTER_MS * NANOSECONDS,
    // Of no use to another process, and made anew when its server is lost.
    num_replicas: 1,
    mem_storage: true,
  })
}
