/** How much a key may take at once, and how much of it comes back each second. */
export interface Allowance {
  burst: number
  perSecond: number
}

interface Bucket {
  left: number
  at: number
}

const MAX_KEYS = 10_000

/** A token bucket for each key, in this process's memory; the keys that were used longest ago are forgotten. */
export function createAllowances({ burst, perSecond }: Allowance, now = () => performance.now()) {
  const buckets = new Map<string, Bucket>()

  function refilled(key: string): Bucket {
    const { left, at } = buckets.get(key) ?? { left: burst, at: now() }
    const gained = ((now() - at) / 1000) * perSecond
    return { left: Math.min(burst, left + gained), at: now() }
  }

  function store(key: string, bucket: Bucket): void {
    // Entered anew at the end, so that the first key is the one that was used longest ago.
    buckets.delete(key)
    buckets.set(key, bucket)
    const [oldest] = buckets.keys()
    if (buckets.size > MAX_KEYS && oldest !== undefined) buckets.delete(oldest)
  }

  return {
    /** Takes one; gives 0, or the seconds until there is one to take. */
    take(key: string): number {
      const bucket = refilled(key)
      const isThere = bucket.left >= 1
      store(key, isThere ? { ...bucket, left: bucket.left - 1 } : bucket)
      return isThere ? 0 : Math.ceil((1 - bucket.left) / perSecond)
    },

    /** Gives one back that was taken for nothing. */
    giveBack(key: string): void {
      const bucket = refilled(key)
      store(key, { ...bucket, left: Math.min(burst, bucket.left + 1) })
    },
  }
}

export type Allowances = ReturnType<typeof createAllowances>
