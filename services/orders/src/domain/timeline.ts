export type TimelineEntry = {
  at: Date
  what: 'placed' | 'authorized' | 'reserved' | 'complete' | 'cancelled' | 'refunded'
}

const RANK = ['placed', 'authorized', 'reserved', 'complete', 'cancelled', 'refunded']

/** The timeline in reading order: events arrive in any order. */
export function inOrder(timeline: TimelineEntry[]): TimelineEntry[] {
  const byTime = (a: TimelineEntry, b: TimelineEntry) =>
    a.at.getTime() - b.at.getTime() || RANK.indexOf(a.what) - RANK.indexOf(b.what)
  return timeline.toSorted(byTime)
}
