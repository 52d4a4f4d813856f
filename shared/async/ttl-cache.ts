interface CacheOptions {
  /** How long a value is given out, from when it began to be made. */
  ttlMs: number
  /** How many values are kept: the oldest goes first. */
  max: number
  /** Milliseconds of a clock that never goes back. */
  now?: () => number
}

/** Keeps values for a while; of many who ask for one at once, the first has it made for all. */
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

    /** Forgets all of it, also what is being made: it may be of before the change that is the reason. */
    clear(): void {
      entries.clear()
    },
  }
}
