/** Returned by an attempt whose guarded write lost against another one. */
export const CONFLICT = Symbol('conflict')

const LONGEST_PAUSE_MS = 200

/** Repeats an attempt until its guarded write succeeds, with random backoff of up to 200 ms. */
export async function retryOnConflict<T>(
  attempt: (isFirst: boolean) => Promise<T | typeof CONFLICT>,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const result = await attempt(tries === 0)
    if (result !== CONFLICT) return result
    await Bun.sleep(Math.random() * Math.min(2 ** tries, LONGEST_PAUSE_MS))
  }
}
