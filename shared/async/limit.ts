/** Thrown when the queue is full. */
export class LimitReached extends Error {
  override name = 'LimitReached'
}

/** Runs at most `max` tasks at once and queues up to `maxWaiting` others; throws LimitReached for more. */
export function createLimit(max: number, maxWaiting = Number.POSITIVE_INFINITY) {
  const waiting: (() => void)[] = []
  let running = 0
  return async function limited<T>(work: () => Promise<T>): Promise<T> {
    if (running < max) running += 1
    else {
      if (waiting.length >= maxWaiting) throw new LimitReached('too much work waits already')
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
