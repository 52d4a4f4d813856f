import type { Fault } from '../faults/store.ts'

/** Stripe retries after 5 min, 30 min, 2 h, 5 h, 10 h, then every 12 h for 3 days. */
const MULTIPLES_OF_FIRST = [1, 6, 24, 60, 120, 144, 144, 144, 144]

/** The delay after this many failed attempts; null after the last. */
export function retryDelay(attempts: number, firstMs: number): number | null {
  const multiple = MULTIPLES_OF_FIRST[attempts - 1]
  return multiple === undefined ? null : multiple * firstMs
}

/** The times at which an event is sent: once and now, unless a fault changes it. */
export function deliveryTimes(fault: Pick<Fault, 'kind' | 'ms'> | null, now: number): number[] {
  if (fault?.kind === 'drop') return []
  if (fault?.kind === 'duplicate') return [now, now]
  if (fault?.kind === 'delay') return [now + fault.ms]
  if (fault?.kind === 'shuffle') return [now + Math.floor(Math.random() * fault.ms)]
  return [now]
}
