import { membersOf, residentMb } from '../stack/supervisor/proc.ts'
import type { ChildState } from '../stack/supervisor/supervisor.ts'

/** Prints memory and start time of each process; nginx includes its workers. */
export function printStats(children: readonly ChildState[]): void {
  const row = (name: string, pid: string, mb: string, ms: string) =>
    console.log(`  ${name.padEnd(16)}${pid.padStart(8)}${mb.padStart(8)}${ms.padStart(10)}`)
  row('process', 'pid', 'RSS MB', 'ready ms')
  let total = 0
  for (const { name, pid, readyAfterMs } of children) {
    const mb = membersOf(pid).reduce((sum, member) => sum + residentMb(member), 0)
    total += mb
    row(name, String(pid), mb.toFixed(0), String(readyAfterMs))
  }
  row('all', '', total.toFixed(0), '')
  console.log('')
}
