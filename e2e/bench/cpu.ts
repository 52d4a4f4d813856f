import { readFileSync } from 'node:fs'
import { until } from '../stack/system/until.ts'
import { cpuMsIn } from './proc-figures.ts'

const WINDOW_MS = 250
const IDLE_MS = 10
const IDLE_WINDOWS = 3
const IDLE_WITHIN_MS = 60_000

/** CPU time used by processes, in ms. */
export function cpuMs(pids: readonly number[]): number {
  // schedstat of threads is finer, but loses the time of threads that ended: the engine's compilers and
  // garbage collectors start and end within a measurement.
  return pids.reduce((sum, pid) => sum + cpuMsIn(readFileSync(`/proc/${pid}/stat`, 'utf8')), 0)
}

/** Waits until processes are idle, so that their background work is part of the measurement. */
export async function waitUntilIdle(pids: readonly number[]): Promise<void> {
  let windows = 0
  let before = cpuMs(pids)
  const isIdle = () => {
    const now = cpuMs(pids)
    windows = now - before <= IDLE_MS * pids.length ? windows + 1 : 0
    before = now
    return windows > IDLE_WINDOWS
  }
  if (!(await until(isIdle, { withinMs: IDLE_WITHIN_MS, everyMs: WINDOW_MS })))
    throw new Error('the services did not become idle')
}
