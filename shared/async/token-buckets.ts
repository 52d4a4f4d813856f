/** The size of a token bucket and its refill rate. */
export interface Allowance {
  burst: number
  perSecond: number
}

interface Bucket {
  left: number
  at: number
}

const MAX_KEYS = 10_000

/** A token bucket per key, in memory; the least recently used keys are evicted. */
export function createTokenBuckets({ burst, perSecond }: Allowance, now = () => performance.now()) {
  const buckets = new Map<string, Bucket>()

  function refilled(key: string): Bucket {
    const { left, at } = buckets.get(key) ?? { left: burst, at: now() }
    const gained = ((now() - at) / 1000) * perSecond
    return { left: Math.min(burst, left + gained), at: now() }
  }

  function store(key: string, bucket: Bucket): void {
    // Reinserted at the end, so that the first key is the least recently used.
    buckets.delete(key)
    buckets.set(key, bucket)
    const [oldest] = buckets.keys()
    if (buckets.size > MAX_KEYS && oldest !== undefined) buckets.delete(oldest)
  }

  return {
    /** Takes a token; returns 0, or the seconds until one is available. */
    take(key: string): number {
      const bucket = refilled(key)
      const isThere = bucket.left >= 1
      store(key, isThere ? { ...bucket, left: bucket.left - 1 } : bucket)
      return isThere ? 0 : Math.ceil((1 - bucket.left) / perSecond)
    },

    /** Returns a token that was not used. */
    giveBack(key: string): void {
      const bucket = refilled(key)
      store(key, { ...bucket, left: Math.min(burst, bucket.left + 1) })
    },
  }
}

export type TokenBuckets = ReturnType<typeof createTokenBuckets>
