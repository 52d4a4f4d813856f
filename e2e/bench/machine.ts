import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os'
import { find } from '../stack/provision/find.ts'
import { root } from '../stack/settings/paths.ts'
import { exec } from '../stack/system/exec.ts'
import { canPin } from './cores.ts'
import type { Conditions } from './figure.ts'
import { cpuTicks } from './proc-figures.ts'

/** The machine and versions of a measurement. */
export async function describeMachine() {
  const [mongod, nats, commit] = await Promise.all([
    find('mongod'),
    find('nats-streaming-server'),
    exec(['git', 'describe', '--always', '--dirty'], { cwd: root }),
  ])
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    kernel: release(),
    bun: Bun.version,
    mongod: mongod?.version ?? 'unknown',
    natsStreaming: nats?.version ?? 'unknown',
    commit: commit.ok ? commit.out.trim() : 'unknown',
    pinned: canPin,
  }
}

export type Machine = Awaited<ReturnType<typeof describeMachine>>

/** Measures once and records the load average and the stolen CPU time. */
export async function observed<T>(
  measure: () => Promise<T>,
): Promise<{ result: T; conditions: Conditions }> {
  const before = ticks()
  const result = await measure()
  const after = ticks()
  const elapsed = Math.max(1, after.all - before.all)
  const stealPercent = ((after.stolen - before.stolen) / elapsed) * 100
  return { result, conditions: { loadAverage: loadavg()[0] ?? 0, stealPercent } }
}

const ticks = () => cpuTicks(readFileSync('/proc/stat', 'utf8'))
