import type { Facts } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

/** Checks that every event is published. */
export function checkOutboxes({ outboxes }: Pick<Facts, 'outboxes'>): Finding {
  return compareEach(
    'no event is unpublished',
    outboxes,
    ({ from, documentId, subject, eventId }) => `${documentId} of ${from}: ${subject} ${eventId}`,
  )
}
