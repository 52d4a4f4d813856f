/** A thread: each `yield` is a point where others may run and where its process may die or stall. */
export type Steps<T = void> = Generator<void, T, void>

/** Thrown by a listener that must not acknowledge its message yet. */
export class NotYet extends Error {
  override name = 'NotYet'
}

/** What must be there; its absence is a defect of the model. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('something that must be there is not')
  return value
}
