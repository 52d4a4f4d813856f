import { cpuMs, waitUntilIdle } from '../cpu.ts'
import type { Observed } from '../figure.ts'
import type { Answer } from '../load/job.ts'
import { observed } from '../machine.ts'
import type { Sale } from '../sale.ts'
import { waitUntilSettled } from '../settled.ts'
import { pidsOf } from '../shop.ts'
import { newGuests } from '../shoppers.ts'

/** The result of some checkouts. */
export interface Batch {
  /** CPU time of one checkout by process, in ms. */
  cpu: Record<string, number>
  perSecond: number
  answers: Answer[]
}

/** Runs checkouts and waits until they have settled; their CPU time includes all background work. */
export async function runCheckouts(
  sale: Sale,
  count: number,
  atOnce: number,
): Promise<Observed<Batch>> {
  const { shop, databases, load, urls, productIds } = sale
  const cookies = await newGuests(shop, count)
  const processes = pidsOf(shop)
  const services = Object.values(processes)
  const used = (): Record<string, number> => ({
    ...each(processes, (pid) => cpuMs([pid])),
    ...each(shop.servers, cpuMs),
  })
  await waitUntilIdle(services)
  const before = used()
  const { result, conditions } = await observed(async () => {
    const start = performance.now()
    const job = {
      kind: 'checkouts',
      services: urls,
      cookies,
      productIds,
      atOnce,
    } as const
    const { orderIds, answers } = await load.run(job)
    await waitUntilSettled(databases, { orderIds, productIds })
    const seconds = (performance.now() - start) / 1000
    await waitUntilIdle(services)
    return { answers, perSecond: count / seconds }
  })
  const after = used()
  const cpu = each(after, (ms, name) => (ms - (before[name] ?? 0)) / count)
  return { result: { ...result, cpu }, conditions }
}

const each = <T>(all: Record<string, T>, of: (value: T, name: string) => number) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, of(value, name)]))
