import type { OrderResponse } from '@shop/shared/contracts'
import type { ServiceName } from '@shop/shared/contracts'
import type { StackFile } from '@shop/shared/testing'
import { StackFailure } from '../../stack/system/failure.ts'
import type { Catalogue } from '../catalogue.ts'
import { waitUntilIdle, cpuMs } from '../cpu.ts'
import type { Effort } from '../effort.ts'
import type { Conditions, Figure } from '../figure.ts'
import type { LoadProcess } from '../load/load-process.ts'
import { observed } from '../machine.ts'
import { serviceOf } from '../services.ts'
import { newShopper } from '../shoppers.ts'

const BATCHES = 4
const GOAL_MS = 7

export interface Shop {
  stack: StackFile
  /** Process ids of the services. */
  services: Record<string, number>
  /** Process ids of the servers below the services. */
  servers: Record<string, number>
  load: LoadProcess
  catalogue: Catalogue
}

interface Batch {
  /** CPU time of one checkout by process, in ms. */
  cpu: Record<string, number>
  perSecond: number
  conditions: Conditions
}

/** Measures complete checkouts, including the background work they cause. */
export async function measureCheckouts(shop: Shop, { checkouts }: Effort): Promise<Figure[]> {
  const { warmUp, measured, atOnce } = checkouts
  await runBatch(shop, warmUp, atOnce)
  const batches: Batch[] = []
  for (let count = 0; count < BATCHES; count += 1)
    batches.push(await runBatch(shop, measured / BATCHES, atOnce))
  const figure = (name: string, unit: Figure['unit'], of: (batch: Batch) => number): Figure => ({
    name,
    unit,
    samples: batches.map((batch) => ({ value: of(batch), ...batch.conditions })),
  })
  const services = Object.keys(shop.services)
  const sum = ({ cpu }: Batch) => services.reduce((total, name) => total + (cpu[name] ?? 0), 0)
  return [
    { ...figure('a checkout, all services', 'ms', sum), goal: { atMost: GOAL_MS } },
    ...services.map((name) => figure(`· ${name}`, 'ms', ({ cpu }) => cpu[name] ?? 0)),
    ...Object.keys(shop.servers).map((name) =>
      figure(`besides: ${name}`, 'ms', ({ cpu }) => cpu[name] ?? 0),
    ),
    figure(`checkouts, ${atOnce} at once`, '/s', ({ perSecond }) => perSecond),
  ]
}

async function runBatch(shop: Shop, count: number, atOnce: number): Promise<Batch> {
  const { stack, load, catalogue } = shop
  const cookies: string[] = []
  while (cookies.length < count) cookies.push(await newShopper(stack.jwtKey))
  const urlOf = (name: ServiceName) => serviceOf(stack, name).url
  const services = { cart: urlOf('cart'), orders: urlOf('orders'), payments: urlOf('payments') }
  const pids = { ...shop.services, ...shop.servers }
  await waitUntilIdle(Object.values(shop.services))
  const before = usedBy(pids)
  const { result, conditions } = await observed(async () => {
    const { productIds } = catalogue
    const paid = await load.run({ kind: 'checkouts', services, cookies, productIds, atOnce })
    await waitUntilIdle(Object.values(shop.services))
    return paid
  })
  const after = usedBy(pids)
  await mustBeComplete(urlOf('orders'), result.orderIds, cookies)
  const cpu = Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / count])
  return { cpu: Object.fromEntries(cpu), perSecond: count / result.seconds, conditions }
}

const usedBy = (pids: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMs([pid])]))

async function mustBeComplete(url: string, ids: string[], cookies: string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    const response = await fetch(`${url}/api/orders/${id}`, {
      headers: { cookie: cookies[index] ?? '' },
    })
    const { status } = (await response.json()) as OrderResponse
    if (status !== 'Complete') throw new StackFailure(`order ${id} is ${status}, not Complete`)
  }
}
