import { safeParse, type GenericSchema } from 'valibot'
import { EVENTS, type EventOf, type Subject } from '../contracts/index.ts'
import { traced, withContext, type Log } from '../log/index.ts'
import { counter, histogram } from '../metrics/index.ts'
import type { EventBus } from './event-bus.ts'
import { Failures } from './failures.ts'

const HANDLER_TIMEOUT_MS = 10_000
const EFFECT_S = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 600, 3600]

/** Thrown by a handler that cannot proceed yet: the event is redelivered without limit. */
export class RetryLater extends Error {
  override name = 'RetryLater'
}

/** An idempotent handler of one subject. */
export interface Listener<S extends Subject = Subject> {
  subject: S
  handle: (event: EventOf<S>) => Promise<void>
}

/** Creates a listener with the event type of its subject. */
export function listener<S extends Subject>(
  subject: S,
  handle: (event: EventOf<S>) => Promise<void>,
): Listener {
  return { subject, handle }
}

/** An event that cannot be handled, stored with the reason. */
export interface DeadLetter {
  subject: string
  data: string
  error: string
  at: Date
}

export interface SubscribeOptions {
  /** The service's name: durable name and queue group. */
  group: string
  storeDeadLetter: (letter: DeadLetter) => Promise<void>
  /** Whether a server is unavailable: such events are redelivered without limit. */
  isOutage: (error: unknown) => boolean
  log: Log
}

const handled = counter('events_handled_total', 'Deliveries by outcome', ['subject', 'outcome'])
const redelivered = counter('events_redelivered_total', 'Redeliveries', ['subject'])
const effect = histogram(
  'event_effect_seconds',
  'From the event to the end of its handler',
  ['subject'],
  EFFECT_S,
)

/** Consumes a subject: parses, handles and acknowledges each event; those that cannot be handled become dead letters. */
export function subscribe(bus: EventBus, { subject, handle }: Listener, options: SubscribeOptions) {
  // From the start, so that a consumer that handles nothing can be noticed, and the first redelivery.
  handled.inc({ subject, outcome: 'done' }, 0)
  redelivered.inc({ subject }, 0)
  const failures = new Failures()
  bus.subscribe(subject, options.group, async (delivery) => {
    const park = (error: string) => {
      handled.inc({ subject, outcome: 'parked' })
      options.log.error({ subject, reason: error }, 'event moved to dead letters')
      return options.storeDeadLetter({ subject, data: delivery.text, error, at: new Date() })
    }
    const event = parseEvent(subject, delivery.text)
    if (typeof event === 'string') return park(event)
    const { correlationId, eventId, traceparent } = event.meta
    await withContext({ correlationId, eventId }, async () => {
      if (delivery.redeliveries > 0) redelivered.inc({ subject })
      try {
        const work = () => withTimeout(handle(event))
        await traced(
          options.log,
          { kind: 'event', call: subject, traceparent, orderId: orderIdOf(event, subject) },
          work,
        )
        handled.inc({ subject, outcome: 'done' })
        effect.observe({ subject }, Math.max(0, Date.now() - Date.parse(event.meta.at)) / 1000)
      } catch (error) {
        handled.inc({ subject, outcome: 'again' })
        if (isTransient(error, options) || !failures.isLast(eventId, error, options.log))
          throw error
        await park(String(error))
      }
      failures.forget(eventId)
    })
  })
}

function orderIdOf(event: EventOf<Subject>, subject: Subject): string | undefined {
  if ('orderId' in event) return event.orderId
  return subject.startsWith('order:') && 'id' in event ? event.id : undefined
}

function isTransient(error: unknown, { isOutage }: SubscribeOptions): boolean {
  return error instanceof RetryLater || isOutage(error)
}

/** The parsed event, or what is wrong with it. */
export function parseEvent(subject: Subject, text: string): EventOf<Subject> | string {
  try {
    const result = safeParse(
      EVENTS[subject] as GenericSchema<unknown, EventOf<Subject>>,
      JSON.parse(text),
    )
    if (result.success) return result.output
    return `does not match its contract: ${result.issues[0].message}`
  } catch {
    return 'is not JSON'
  }
}

/** Handles a stored event again; throws what its handler throws, and an error for a text that is not an event. */
export async function handleText({ subject, handle }: Listener, text: string): Promise<void> {
  const event = parseEvent(subject, text)
  if (typeof event === 'string') throw new Error(event)
  const { correlationId, eventId } = event.meta
  await withContext({ correlationId, eventId }, () => withTimeout(handle(event)))
}

async function withTimeout(work: Promise<void>): Promise<void> {
  let timer: Timer | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new RetryLater('the handler took too long')),
      HANDLER_TIMEOUT_MS,
    )
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
