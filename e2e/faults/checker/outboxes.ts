import type { Facts } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'outboxes' | 'log'>

/** Checks that every event is published and still in the broker. */
export function checkOutboxes({ outboxes, log }: Seen): Finding[] {
  const unpublished = compareEach(
    'no event is unpublished',
    outboxes,
    ({ n, from, documentId, subject, eventId }) =>
      n > 0 ? null : `${documentId} of ${from}: ${subject} ${eventId}`,
  )
  if (log === null) return [unpublished]
  const published = outboxes.filter(({ n }) => n > 0)
  const kept = compareEach('published events are in the broker', published, (entry) =>
    log.eventIds.has(entry.eventId)
      ? null
      : `${entry.documentId}: ${entry.subject} ${entry.eventId}`,
  )
  return [unpublished, kept]
}
