/** A thread: at each `yield` others may run, and its process may be killed or paused. */
export type Steps<T = void> = Generator<void, T, void>

/** Thrown by a listener that must not acknowledge its message yet. */
export class RetryLater extends Error {
  override name = 'RetryLater'
}

/** Returns the value, or throws when it is missing: a bug in the model. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a required value is missing')
  return value
}
