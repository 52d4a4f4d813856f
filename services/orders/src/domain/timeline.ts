import type { PayloadOf } from '@shop/shared/contracts'

export type TimelineEntry = {
  at: Date
  what: 'placed' | 'authorized' | 'reserved' | 'complete' | 'cancelled' | 'refunded'
}

/** The steps of a payment that its last event repeats. */
export interface PaymentSteps {
  entries: TimelineEntry[]
  card?: { brand: string; last4: string }
}

type LastEvent = Pick<
  PayloadOf<'payment:created'>,
  'brand' | 'last4' | 'authorizedAt' | 'reservedAt'
>

export function stepsOf({ brand, last4, authorizedAt, reservedAt }: LastEvent): PaymentSteps {
  const entries: TimelineEntry[] = []
  if (authorizedAt !== undefined) entries.push({ at: new Date(authorizedAt), what: 'authorized' })
  if (reservedAt !== undefined) entries.push({ at: new Date(reservedAt), what: 'reserved' })
  const hasCard = brand !== undefined && last4 !== undefined
  return { entries, ...(hasCard && { card: { brand, last4 } }) }
}

/** The entries that a timeline lacks: their own events have not arrived. */
export function missingIn(timeline: TimelineEntry[], entries: TimelineEntry[]): TimelineEntry[] {
  return entries.filter(({ what }) => timeline.every((entry) => entry.what !== what))
}

const RANK = ['placed', 'authorized', 'reserved', 'complete', 'cancelled', 'refunded']

/** The timeline in reading order: events arrive in any order. */
export function inOrder(timeline: TimelineEntry[]): TimelineEntry[] {
  const byTime = (a: TimelineEntry, b: TimelineEntry) =>
    a.at.getTime() - b.at.getTime() || RANK.indexOf(a.what) - RANK.indexOf(b.what)
  return timeline.toSorted(byTime)
}
