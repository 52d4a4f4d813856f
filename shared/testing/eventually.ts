const PAUSE_MS = 25

/** Repeats a check until it does not throw; after the deadline (milliseconds) its last error is thrown. */
export async function eventually<T>(check: () => Promise<T> | T, withinMs = 10_000): Promise<T> {
  const deadline = performance.now() + withinMs
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > deadline) throw error
      await Bun.sleep(PAUSE_MS)
    }
  }
}
