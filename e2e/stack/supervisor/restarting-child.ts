import { warn } from '../system/terminal.ts'
import type { ChildSpec, Exit, Run } from './child.ts'

// With a start of about a second, a child is back within 5 s no matter how often it crashes.
const BACK_OFF_MS = [50, 200, 500, 1000]
const STABLE_MS = 20_000

/** A child across all its runs. */
export interface RestartingChild {
  spec: ChildSpec
  run: Run
  wanted: boolean
  replacing: boolean
  crashes: number
  readyAfterMs: number
  wake: () => void
  finished: Promise<void>
}

/** Starts the first run of a child. */
export const startRestartingChild = (spec: ChildSpec, run: Run): RestartingChild => ({
  spec,
  run,
  wanted: true,
  replacing: false,
  crashes: 0,
  readyAfterMs: 0,
  wake: () => {},
  finished: Promise.resolve(),
})

/** Waits before a crashed child is restarted: longer after each crash in a row. */
export async function backOff(entry: RestartingChild, { how, lifeMs }: Exit): Promise<void> {
  entry.crashes = lifeMs > STABLE_MS ? 1 : entry.crashes + 1
  const pause = BACK_OFF_MS[Math.min(entry.crashes, BACK_OFF_MS.length) - 1] ?? 0
  warn(`${entry.spec.name} ${how}; restarting in ${pause} ms`)
  const woken = new Promise<void>((resolve) => {
    entry.wake = resolve
  })
  await Promise.race([Bun.sleep(pause), woken])
}
