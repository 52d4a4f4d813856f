import type { Fault } from '../faults/store.ts'

/** When an event is sent, as often as it is: once and now, unless a fault says otherwise. */
export function deliveryTimes(fault: Pick<Fault, 'kind' | 'ms'> | null, now: number): number[] {
  if (fault?.kind === 'drop') return []
  if (fault?.kind === 'duplicate') return [now, now]
  if (fault?.kind === 'delay') return [now + fault.ms]
  if (fault?.kind === 'shuffle') return [now + Math.floor(Math.random() * fault.ms)]
  return [now]
}
