import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import { countCommands, withProfiler } from '../counters/commands.ts'
import { countStripeCalls } from '../counters/stripe.ts'
import { waitUntilIdle } from '../cpu.ts'
import type { SaleEffort } from '../effort.ts'
import { figureOf, sum, type Figure, type Observed } from '../figure.ts'
import { observed } from '../machine.ts'
import type { Sale } from '../sale.ts'
import { waitUntilSettled } from '../settled.ts'
import { pidsOf } from '../shop.ts'
import { newGuests } from '../shoppers.ts'

interface Counts {
  commands: Record<ServiceName, number>
  messages: number
  stripeCalls: number
}

/** Counts what single checkouts cause, each followed until the services are idle. */
export async function measureCounts(sale: Sale, { counted }: SaleEffort): Promise<Figure[]> {
  const cookies = await newGuests(sale.shop, counted)
  await waitUntilIdle(Object.values(pidsOf(sale.shop)))
  const runs = await withProfiler(sale.databases, async () => {
    const all: Observed<Counts>[] = []
    for (const cookie of cookies) all.push(await observed(() => countOne(sale, cookie)))
    return all
  })
  const all = ({ commands }: Counts) => sum(Object.values(commands))
  return [
    { ...figureOf('Mongo commands of a checkout', '', runs, all), goal: { atMost: 31 } },
    ...SERVICES.map((name) =>
      figureOf(`· commands of ${name}`, '', runs, ({ commands }) => commands[name]),
    ),
    {
      ...figureOf('broker messages of a checkout', '', runs, ({ messages }) => messages),
      goal: { atMost: 5 },
    },
    {
      ...figureOf('Stripe calls of a checkout', '', runs, ({ stripeCalls }) => stripeCalls),
      goal: { atMost: 3.5 },
    },
  ]
}

async function countOne(sale: Sale, cookie: string): Promise<Counts> {
  const { shop, databases, load, urls, productIds } = sale
  const readCounters = async () => ({
    messages: await shop.countMessages(),
    stripeCalls: await countStripeCalls(urls.payments),
  })
  const before = await readCounters()
  const from = new Date()
  const checkout = { cookies: [cookie], productIds, atOnce: 1 }
  const { orderIds } = await load.run({ kind: 'checkouts', services: urls, ...checkout })
  await waitUntilSettled(databases, { orderIds, productIds })
  await waitUntilIdle(Object.values(pidsOf(shop)))
  const commands = await countCommands(databases, from, new Date())
  const after = await readCounters()
  return {
    commands,
    messages: after.messages - before.messages,
    stripeCalls: after.stripeCalls - before.stripeCalls,
  }
}
