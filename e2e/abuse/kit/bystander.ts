const PAUSE_MS = 20

/** The 99th percentile of response times in ms. */
export function p99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? NaN
}

/** Sends one request after the other while the work runs. */
export async function beside<T>(
  ask: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<{ result: T; times: number[] }> {
  const times: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const startedAt = performance.now()
      await ask()
      times.push(performance.now() - startedAt)
      await Bun.sleep(PAUSE_MS)
    }
  })()
  try {
    return { result: await work(), times }
  } finally {
    isOver = true
    await asking
  }
}
