/** Waits for all promises to settle, but no longer than this many milliseconds. */
export function within(ms: number, work: readonly Promise<unknown>[]): Promise<unknown> {
  return Promise.race([Promise.allSettled(work), Bun.sleep(ms)])
}
