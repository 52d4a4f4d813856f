import type { MessageResponse } from '@shop/shared/contracts'
import { isRepeatable } from './domain/copy.ts'
import type { MessageDocument } from './message-document.ts'

/** A message as staff see it. */
export function messageResponse(message: MessageDocument): MessageResponse {
  const { _id: id, kind, to, state, tries, queuedAt, endedAt, lastError } = message
  return {
    id,
    kind,
    ...(to !== undefined && { to }),
    state,
    tries,
    queuedAt: queuedAt.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(lastError !== undefined && { lastError }),
    isRepeatable: isRepeatable(message),
  }
}
