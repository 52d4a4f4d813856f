import { withProfiler } from '../counters/commands.ts'
import { readsIn, type Reads } from '../counters/examined.ts'
import { cpuMs } from '../cpu.ts'
import type { Databases } from '../databases.ts'
import { percentile } from '../figure.ts'
import type { Shop } from '../shop.ts'
import type { Query } from './queries.ts'

const WARM_UP = 30
const PROFILED = 10
const BATCH = 50
/** The clock ticks every 10 ms. */
const ENOUGH_CPU_MS = 500
const AT_MOST_MS = 8000

/** What one request of a kind costs: the service and Mongo together, in ms. */
export interface Cost extends Reads {
  cpu: number
  p99: number
}

export interface Asked {
  shop: Shop
  databases: Databases
  cookies: Record<Query['as'], string>
  size: number
}

/** Sends a query again and again, one request at a time. */
export async function costOf(query: Query, asked: Asked): Promise<Cost> {
  const { shop, databases, cookies, size } = asked
  const service = shop.services[query.service]
  if (service === undefined) throw new Error(`there is no ${query.service}`)
  let sent = 0
  const send = async () => {
    const url = service.url + query.path(sent++, size)
    const response = await fetch(url, { headers: { cookie: cookies[query.as] } })
    const text = await response.text()
    if (!response.ok) throw new Error(`GET ${url} returned ${response.status}: ${text}`)
  }
  await times(WARM_UP, send)
  const pids = [service.pid, ...shop.servers.mongod]
  const durations: number[] = []
  const start = performance.now()
  const before = cpuMs(pids)
  const used = () => cpuMs(pids) - before
  while (used() < ENOUGH_CPU_MS && performance.now() - start < AT_MOST_MS)
    await times(BATCH, async () => {
      const at = performance.now()
      await send()
      durations.push(performance.now() - at)
    })
  const cpu = used() / durations.length
  const reads = await withProfiler(databases, async () => {
    const from = new Date()
    await times(PROFILED, send)
    return readsIn(databases[query.service], from)
  })
  return {
    cpu,
    p99: percentile(durations, 0.99),
    docsExamined: reads.docsExamined / PROFILED,
    keysExamined: reads.keysExamined / PROFILED,
  }
}

async function times(count: number, work: () => Promise<void>): Promise<void> {
  for (let n = 0; n < count; n += 1) await work()
}
