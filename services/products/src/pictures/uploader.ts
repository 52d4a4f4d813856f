import type { Session } from '@shop/shared/contracts'

export interface Uploader {
  userId: string
  /** Aborted when the client disconnects or the request times out. */
  signal: AbortSignal
}

// A little below the request timeout: the client would not see the result of later work.
const LONGEST_WAIT_MS = 12_000

export function uploaderOf({ sub: userId }: Session, request: Request): Uploader {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(LONGEST_WAIT_MS)])
  return { userId, signal }
}
