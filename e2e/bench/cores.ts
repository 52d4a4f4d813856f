import { readFileSync } from 'node:fs'
import { exec } from '../stack/system/exec.ts'
import { StackFailure } from '../stack/system/failure.ts'
import { coresIn } from './proc-figures.ts'

const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
const cores = coresIn(allowed ?? '0')
const taskset = cores.length > 1 ? Bun.which('taskset') : null

/** Whether servers and load can be pinned to separate cores. */
export const canPin = taskset !== null

/** Pins a process to the server's or the load's core, or unpins it; does nothing without taskset. */
export async function pin(pid: number, where: 'server' | 'load' | 'anywhere'): Promise<void> {
  if (taskset === null) return
  const core = { server: cores[0], load: cores.at(-1), anywhere: allowed }[where]
  const { ok, out } = await exec([taskset, '-a', '-c', '-p', String(core), String(pid)])
  if (!ok) throw new StackFailure(`taskset cannot pin ${pid}: ${out}`)
}
