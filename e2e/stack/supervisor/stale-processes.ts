import { killGroup } from '../system/exec.ts'
import { readJson, writePrivate } from '../system/private-file.ts'
import { warn } from '../system/terminal.ts'
import { until } from '../system/until.ts'
import { membersOf, statOf } from './proc.ts'
import type { ChildState } from './supervisor.ts'

const GRACE_MS = 8000

interface Recorded {
  name: string
  pid: number
  born: string | undefined
}

/** Records the process groups of this runner, in case it is killed. */
export function recordChildren(path: string, children: readonly ChildState[]): void {
  writePrivate(
    path,
    children.map(({ name, pid }): Recorded => ({ name, pid, born: statOf(pid)?.born })),
  )
}

/** Kills the processes that a killed runner left behind for this data folder. */
export async function killStaleProcesses(path: string): Promise<void> {
  const recorded = (readJson(path) ?? []) as Recorded[]
  await Promise.all(recorded.filter(isOurs).map(end))
}

// A group leader with the same id but another start time is a different process.
function isOurs({ pid, born }: Recorded): boolean {
  const leader = statOf(pid)
  return membersOf(pid).length > 0 && (leader === undefined || leader.born === born)
}

async function end({ name, pid }: Recorded): Promise<void> {
  warn(`killing ${name} (process group ${pid}), left behind by a killed runner`)
  killGroup(pid, 'SIGTERM')
  const isGone = () => membersOf(pid).length === 0
  if (!(await until(isGone, { withinMs: GRACE_MS }))) killGroup(pid, 'SIGKILL')
}
