import { AckPolicy, DeliverPolicy, type JsMsg } from '@nats-io/jetstream'
import type { Log } from '../../log/index.ts'
import type { HandleDelivery } from '../event-bus.ts'
import { keepPulling } from './pull.ts'
import type { Session } from './session.ts'

export interface Consumer {
  subject: string
  /** The durable consumer's name begins with it. */
  group: string
  ackWaitS: number
  handle: HandleDelivery
  log: Log
}

const NANOSECONDS = 1_000_000_000
const HEARTBEAT_MS = 2000
/** How many messages of a subject one process handles at once. */
const PLACES = 16
/** Messages that wait to be redelivered hold up no others until there are so many. */
const MAX_UNACKNOWLEDGED = 512

/** Consumes as a member of a durable group, from the first message on, until the signal; `working` holds the running handlers. */
export async function consume(
  session: Session,
  consumer: Consumer,
  working: Set<Promise<void>>,
  signal: AbortSignal,
): Promise<void> {
  const { log, subject } = consumer
  const running = new Set<Promise<void>>()
  const take = (message: JsMsg) => {
    // It comes again; what is not handled is not acknowledged.
    if (signal.aborted) return
    const work = deliver(message, consumer).finally(() => {
      running.delete(work)
      working.delete(work)
    })
    running.add(work)
    working.add(work)
  }
  const places = async () => {
    if (running.size >= PLACES) await Promise.race(running)
    return PLACES - running.size
  }
  const failed = (error: unknown) => log.debug({ error, subject }, 'the consumer does not respond')
  const pull = { places, heartbeatMs: HEARTBEAT_MS, take }
  await keepPulling(session, { create: () => create(session, consumer), pull, failed }, signal)
}

function create({ manager, names, replicas }: Session, { subject, group, ackWaitS }: Consumer) {
  return manager.consumers.add(names.stream, {
    durable_name: names.consumer(group, subject),
    filter_subject: names.subject(subject),
    deliver_policy: DeliverPolicy.All,
    ack_policy: AckPolicy.Explicit,
    ack_wait: ackWaitS * NANOSECONDS,
    max_deliver: -1,
    max_ack_pending: MAX_UNACKNOWLEDGED,
    num_replicas: replicas,
  })
}

async function deliver(message: JsMsg, { handle, subject, log }: Consumer): Promise<void> {
  try {
    const { deliveryCount } = message.info
    await handle({ text: message.string(), redeliveries: deliveryCount - 1 })
    message.ack()
  } catch (error) {
    log.debug({ error, subject }, 'message not acknowledged; it will be redelivered')
  }
}
