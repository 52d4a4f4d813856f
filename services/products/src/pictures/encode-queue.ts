import { LimitReached, createLimit, limitPerKey } from '@shop/shared/async'
import { ShopError, tooManyRequests } from '@shop/shared/contracts'
import { encodePicture, type Encoded } from './encode.ts'
import type { Uploader } from './uploader.ts'

const MAX_WAITING = 32
const PER_SENDER = 2
const RETRY_AFTER_S = 5

// Decoded pictures are large: one at a time, and nobody can fill the queue alone.
const inTurn = createLimit(1, MAX_WAITING)
const ofSender = limitPerKey(PER_SENDER)

/** Encodes one picture at a time; throws `too-many-requests` when the queue is full, and skips aborted uploads. */
export async function encodeQueued(
  bytes: Uint8Array,
  { userId, signal }: Uploader,
): Promise<Encoded> {
  try {
    return await ofSender(userId, () =>
      inTurn(() => {
        if (signal.aborted) throw new ShopError('unavailable', 'The upload was aborted')
        return encodePicture(bytes)
      }),
    )
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error
    throw tooManyRequests(RETRY_AFTER_S, 'Too many pictures at once')
  }
}
