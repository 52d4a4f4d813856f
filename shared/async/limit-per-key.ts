import { LimitReached } from './limit.ts'

/** Limits each key to `max` tasks that run or wait; throws LimitReached for more. */
export function limitPerKey(max: number) {
  const held = new Map<string, number>()
  return async function limited<T>(key: string, work: () => Promise<T>): Promise<T> {
    const count = held.get(key) ?? 0
    if (count >= max) throw new LimitReached(`${key} has too much to do already`)
    held.set(key, count + 1)
    try {
      return await work()
    } finally {
      const left = (held.get(key) ?? 1) - 1
      if (left === 0) held.delete(key)
      else held.set(key, left)
    }
  }
}
