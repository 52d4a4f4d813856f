import { readdirSync, readFileSync } from 'node:fs'
import { until } from '../stack/until.ts'
import { cpuNanoseconds } from './proc-figures.ts'

const WINDOW_MS = 250
const IDLE_SHARE = 0.03
const CALM_WINDOWS = 2
const CALM_WITHIN_MS = 60_000

/** Milliseconds of CPU that processes have used in all their threads. */
export function cpuMs(pids: readonly number[]): number {
  return pids.flatMap(threadsOf).reduce((sum, path) => sum + threadNanoseconds(path), 0) / 1e6
}

/** Waits until processes do nothing but idle: what they began belongs to the measurement. */
export async function calm(pids: readonly number[]): Promise<void> {
  let windows = 0
  let before = cpuMs(pids)
  const isCalm = () => {
    const now = cpuMs(pids)
    windows = now - before < WINDOW_MS * IDLE_SHARE * pids.length ? windows + 1 : 0
    before = now
    return windows > CALM_WINDOWS
  }
  if (!(await until(isCalm, { withinMs: CALM_WITHIN_MS, everyMs: WINDOW_MS })))
    throw new Error('the services do not come to rest')
}

const threadsOf = (pid: number) =>
  readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/schedstat`)

function threadNanoseconds(path: string): number {
  try {
    return cpuNanoseconds(readFileSync(path, 'utf8'))
  } catch (error) {
    // A thread may end between being listed and being read.
    if (error instanceof Error && 'code' in error) return 0
    throw error
  }
}
