/** Returned by an attempt whose guarded write lost against another one. */
export const AGAIN = Symbol('again')

const LONGEST_PAUSE_MS = 200

/** Repeats an attempt until its guarded write succeeds, with random backoff of up to 200 ms. */
export async function untilWritten<T>(
  attempt: (isFirst: boolean) => Promise<T | typeof AGAIN>,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const result = await attempt(tries === 0)
    if (result !== AGAIN) return result
    await Bun.sleep(Math.random() * Math.min(2 ** tries, LONGEST_PAUSE_MS))
  }
}
