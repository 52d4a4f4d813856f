/** Says that a guarded write lost against another one. */
export const CONFLICT = Symbol('again')

const LONGEST_PAUSE_MS = 200

/** Reads, decides and writes again until the guarded write is made; pauses longer each time, at random, up to 200 ms. */
export async function retryOnConflict<T>(
  attempt: (isFirst: boolean) => Promise<T | typeof CONFLICT>,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const result = await attempt(tries === 0)
    if (result !== CONFLICT) return result
    await Bun.sleep(Math.random() * Math.min(2 ** tries, LONGEST_PAUSE_MS))
  }
}
