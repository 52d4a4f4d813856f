import { cpuMs, waitUntilIdle } from '../cpu.ts'
import type { SaleEffort } from '../effort.ts'
import { figureOf, sum, type Figure, type Observed } from '../figure.ts'
import { observed } from '../machine.ts'
import { pidsOf, type Shop } from '../shop.ts'

const GOAL_MS = 20

/** CPU time a second by part of the shop, in ms. */
type Cost = Record<'services' | 'mongod' | 'broker', number>

/** Measures what the shop costs while nothing happens. */
export async function measureIdle(shop: Shop, { idle }: SaleEffort): Promise<Figure[]> {
  const services = Object.values(pidsOf(shop))
  await waitUntilIdle(services)
  const runs: Observed<Cost>[] = []
  while (runs.length < idle.times)
    runs.push(await observed(() => costOf(shop, services, idle.seconds)))
  return [
    {
      ...figureOf('idle, services + mongod + broker', 'ms/s', runs, (cost) =>
        sum(Object.values(cost)),
      ),
      goal: { atMost: GOAL_MS },
    },
    ...(['services', 'mongod', 'broker'] as const).map((part) =>
      figureOf(`· idle ${part}`, 'ms/s', runs, (cost) => cost[part]),
    ),
  ]
}

async function costOf({ servers }: Shop, services: number[], seconds: number): Promise<Cost> {
  const used = (): Cost => ({
    services: cpuMs(services),
    mongod: cpuMs(servers.mongod),
    broker: cpuMs(servers.broker),
  })
  const start = performance.now()
  const before = used()
  await Bun.sleep(seconds * 1000)
  const after = used()
  const elapsed = (performance.now() - start) / 1000
  const rate = (part: keyof Cost) => (after[part] - before[part]) / elapsed
  return { services: rate('services'), mongod: rate('mongod'), broker: rate('broker') }
}
