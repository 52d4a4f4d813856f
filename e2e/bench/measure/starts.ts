import { readFileSync, readlinkSync } from 'node:fs'
import { testDatabaseUrl, type StackFile } from '@shop/shared/testing'
import { choosePorts, type PortName } from '../../stack/settings/ports.ts'
import { StackFailure } from '../../stack/system/failure.ts'
import { responds, until } from '../../stack/system/until.ts'
import type { Effort } from '../effort.ts'
import type { Figure } from '../figure.ts'
import { observed } from '../machine.ts'
import { memoryMb } from '../proc-figures.ts'
import { startProgram } from '../program.ts'

const IDLE_AFTER_MS = 1500
const READY_WITHIN_MS = 60_000
const GOAL_MB = 75
const GOAL_MS = 300

interface Start {
  firstResponseMs: number
  readyMs: number
  idleMb: number
}

/** Starts a second copy of each running service, repeatedly and in turn. */
export async function measureStarts(
  services: Record<string, number>,
  stack: StackFile,
  { repetitions }: Effort,
): Promise<Figure[]> {
  const ports = choosePorts('random')
  const results = Object.entries(services).map(([name, pid]) => ({
    name,
    pid,
    starts: [] as (Start & { loadAverage: number; stealPercent: number })[],
  }))
  for (let repetition = 0; repetition < repetitions; repetition += 1)
    for (const { name, pid, starts } of repetition % 2 === 0 ? results : results.toReversed()) {
      const port = ports[name as PortName]
      const { result, conditions } = await observed(() => startOnce(pid, port, stack))
      starts.push({ ...result, ...conditions })
    }
  return results.flatMap(({ name, starts }): Figure[] => {
    const samples = (of: (start: Start) => number) =>
      starts.map(({ loadAverage, stealPercent, ...start }) => ({
        value: of(start),
        loadAverage,
        stealPercent,
      }))
    return [
      {
        name: `${name}: start to first response`,
        unit: 'ms',
        samples: samples(({ firstResponseMs }) => firstResponseMs),
        goal: { atMost: GOAL_MS },
      },
      { name: `${name}: start to ready`, unit: 'ms', samples: samples(({ readyMs }) => readyMs) },
      {
        name: `${name}: memory, idle`,
        unit: 'MB',
        samples: samples(({ idleMb }) => idleMb),
        goal: { atMost: GOAL_MB },
      },
    ]
  })
}

async function startOnce(pid: number, port: number, stack: StackFile): Promise<Start> {
  const url = `http://127.0.0.1:${port}`
  const start = performance.now()
  const child = startProgram(textsOf(pid, 'cmdline'), {
    cwd: readlinkSync(`/proc/${pid}/cwd`),
    env: environment(pid, port, stack),
  })
  const after = async (path: string) => {
    const isThere = () => child.exitCode !== null || responds(url + path)
    await until(isThere, { withinMs: READY_WITHIN_MS, everyMs: 1 })
    if (!(await responds(url + path)))
      throw new StackFailure(`a second ${textsOf(pid, 'cmdline').join(' ')} failed to start`)
    return performance.now() - start
  }
  const firstResponseMs = await after('/livez')
  const readyMs = await after('/readyz')
  await Bun.sleep(IDLE_AFTER_MS)
  const idleMb = memoryMb(readFileSync(`/proc/${child.pid}/status`, 'utf8'), 'VmRSS')
  child.kill('SIGTERM')
  await child.exited
  return { firstResponseMs, readyMs, idleMb }
}

/** The environment of the running service, with a database, subjects and address of its own. */
function environment(pid: number, port: number, { mongo, nats }: StackFile) {
  const inherited = textsOf(pid, 'environ').map((entry): [string, string] => {
    const [name = '', ...value] = entry.split('=')
    return [name, value.join('=')]
  })
  const env: Record<string, string> = Object.fromEntries(inherited)
  const run = crypto.randomUUID().slice(0, 8)
  return {
    ...env,
    PORT: String(port),
    // The service's own user has no access to other databases and subjects.
    MONGO_URL: testDatabaseUrl(mongo.admin, `bench_${run}`),
    NATS_URL: nats.url,
    NATS_CLIENT_ID: `bench-${run}`,
    SUBJECT_PREFIX: `bench-${run}.`,
  }
}

const textsOf = (pid: number, file: 'cmdline' | 'environ') =>
  readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0').filter(Boolean)
