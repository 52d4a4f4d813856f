import type { Facts } from './facts.ts'
import { judge, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'outboxes' | 'log'>

/** No event waits to be told, and what was told is in the broker's channels. */
export function outboxFindings({ outboxes, log }: Seen): Finding[] {
  const untold = judge(
    'no event waits to be told',
    outboxes,
    ({ n, from, documentId, subject, eventId }) =>
      n > 0 ? null : `${documentId} of ${from}: ${subject} ${eventId}`,
  )
  if (log === null) return [untold]
  const announced = outboxes.filter(({ n }) => n > 0)
  const kept = judge('events that were told are in their channels', announced, (entry) =>
    log.eventIds.has(entry.eventId)
      ? null
      : `${entry.documentId}: ${entry.subject} ${entry.eventId}`,
  )
  return [untold, kept]
}
