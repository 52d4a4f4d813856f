import type { Session } from '@shop/shared/contracts'

/** Who sends a picture. */
export interface Uploader {
  userId: string
  /** Aborted when nobody waits for the response any more. */
  signal: AbortSignal
}

// A little before the request's own time-out: what begins later is done for nobody.
const LONGEST_WAIT_MS = 12_000

/** The sender of a request. */
export function uploaderOf({ sub: userId }: Session, request: Request): Uploader {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(LONGEST_WAIT_MS)])
  return { userId, signal }
}
