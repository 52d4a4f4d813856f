import { LimitReached, limitPerKey } from '../async/index.ts'
import { tooManyRequests } from '../contracts/index.ts'

const WAIT_MS = 2000
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 400

/** Every waiting request costs reads. */
const limited = limitPerKey(8)

/**
 * Reads a copy that events fill until it is there, for up to 2 s; returns the last result. Throws
 * `too-many-requests` when 8 requests of the same user are waiting.
 */
export async function waitForCopy<T>(
  userId: string,
  read: () => Promise<T | null>,
): Promise<T | null> {
  const first = await read()
  if (first !== null) return first
  try {
    return await limited(userId, () => readUntilFound(read))
  } catch (error) {
    throw error instanceof LimitReached ? tooManyRequests(1) : error
  }
}

async function readUntilFound<T>(read: () => Promise<T | null>): Promise<T | null> {
  const deadline = performance.now() + WAIT_MS
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    await Bun.sleep(pauseMs)
    const found = await read()
    if (found !== null || performance.now() > deadline) return found
  }
}
