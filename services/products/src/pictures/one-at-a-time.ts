import { ShopError } from '@shop/shared/contracts'

const RETRY_AFTER_S = 5

/** Runs one piece of work at a time; refuses when this many wait already. */
export function oneAtATime(maxWaiting: number) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async function run<T>(work: () => Promise<T>): Promise<T> {
    if (waiting > maxWaiting)
      throw new ShopError('too-many-requests', 'Too many pictures at once: try again in a moment', {
        headers: { 'retry-after': String(RETRY_AFTER_S) },
      })
    waiting += 1
    const mine = last.then(work)
    last = mine.catch(() => {}).finally(() => (waiting -= 1))
    return mine
  }
}
