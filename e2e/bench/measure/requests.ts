import { pin } from '../cores.ts'
import { waitUntilIdle, cpuMs } from '../cpu.ts'
import type { Effort } from '../effort.ts'
import type { Figure, Sample } from '../figure.ts'
import type { LoadProcess } from '../load/load-process.ts'
import { observed } from '../machine.ts'
import type { Service } from '../shop.ts'
import type { Twin } from '../verdict.ts'

/** A request whose CPU time at the server is measured. */
export interface Scenario extends Pick<Figure, 'name' | 'goal'> {
  server: Service
  path: string
  cookie: string
  /** The body of a POST; background work after the response is waited for. */
  order?: object
  /** Requests per slice, warm-up included. */
  slice: number
  /** Measured twice per repetition to see the noise. */
  isTwin?: boolean
}

const AT_ONCE = 20

/** Measures all scenarios in turn, in reverse order every other time. */
export async function measureRequests(
  scenarios: readonly Scenario[],
  load: LoadProcess,
  effort: Effort,
): Promise<{ figures: Figure[]; twins: Twin[] }> {
  const firsts = scenarios.map((scenario) => ({ scenario, samples: [] as Sample[] }))
  const seconds = firsts
    .filter(({ scenario }) => scenario.isTwin === true)
    .map(({ scenario }) => ({ scenario, samples: [] as Sample[] }))
  const all = [...firsts, ...seconds]
  for (const { scenario } of firsts) await send(scenario, load, scenario.slice * effort.warmUps)
  for (let repetition = 0; repetition < effort.repetitions; repetition += 1)
    for (const { scenario, samples } of repetition % 2 === 0 ? all : all.toReversed()) {
      const { result, conditions } = await observed(() => measureOne(scenario, load, effort))
      samples.push({ value: result, ...conditions })
    }
  return {
    figures: firsts.map(({ scenario: { name, goal }, samples }) => ({
      name,
      unit: 'µs',
      samples,
      ...(goal && { goal }),
    })),
    twins: seconds.map(({ scenario, samples }) => ({
      name: scenario.name,
      first: firsts.find((entry) => entry.scenario === scenario)?.samples ?? [],
      second: samples,
    })),
  }
}

/** CPU time of one request in µs. */
async function measureOne(scenario: Scenario, load: LoadProcess, effort: Effort): Promise<number> {
  const { server, slice, order } = scenario
  const pids = [server.pid]
  const waitIfBusy = () => (order === undefined ? Promise.resolve() : waitUntilIdle(pids))
  await pin(server.pid, 'server')
  await send(scenario, load, slice)
  await waitIfBusy()
  const before = cpuMs(pids)
  let requests = 0
  while (cpuMs(pids) - before < effort.cpuMs) {
    await send(scenario, load, slice)
    requests += slice
  }
  await waitIfBusy()
  const used = cpuMs(pids) - before
  await pin(server.pid, 'anywhere')
  return (used * 1000) / requests
}

async function send(scenario: Scenario, load: LoadProcess, count: number): Promise<void> {
  const { server, path, cookie, order } = scenario
  const request =
    order === undefined
      ? ({ method: 'GET', expected: 200 } as const)
      : ({ method: 'POST', expected: 201, json: order } as const)
  const url = server.url + path
  await load.run({ kind: 'requests', ...request, url, cookie, count, atOnce: AT_ONCE })
}
