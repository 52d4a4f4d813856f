const WAIT_MS = 2000
const PAUSE_MS = 40

/** Reads a copy that events feed until it is there; gives up after 2 s with what the last read gave. */
export async function waitForCopy<T>(read: () => Promise<T | null>): Promise<T | null> {
  const deadline = performance.now() + WAIT_MS
  for (;;) {
    const found = await read()
    if (found !== null || performance.now() > deadline) return found
    await Bun.sleep(PAUSE_MS)
  }
}
