interface CacheOptions {
  /** How long a value is served, from the start of its computation. */
  ttlMs: number
  /** The maximum number of values; the oldest is evicted. */
  max: number
  /** Milliseconds of a monotonic clock. */
  now?: () => number
}

/** Caches values for a while; concurrent calls for one key share one computation. */
export function createCache<T>({ ttlMs, max, now = () => performance.now() }: CacheOptions) {
  const entries = new Map<string, { value: Promise<T>; until: number }>()
  return {
    get(key: string, make: () => Promise<T>): Promise<T> {
      const known = entries.get(key)
      if (known !== undefined && known.until > now()) return known.value
      const entry = { value: make(), until: now() + ttlMs }
      entries.delete(key)
      entries.set(key, entry)
      const [oldest] = entries.keys()
      if (entries.size > max && oldest !== undefined) entries.delete(oldest)
      entry.value.catch(() => {
        if (entries.get(key) === entry) entries.delete(key)
      })
      return entry.value
    },

    /** Forgets everything, including values in progress, which may be outdated. */
    clear(): void {
      entries.clear()
    },
  }
}
