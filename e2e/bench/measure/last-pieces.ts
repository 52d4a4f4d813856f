import { createProduct } from '../catalogue.ts'
import { waitUntilIdle } from '../cpu.ts'
import type { SaleEffort } from '../effort.ts'
import { figureOf, percentile, type Bound, type Figure, type Observed } from '../figure.ts'
import type { Answer } from '../load/job.ts'
import { observed } from '../machine.ts'
import type { Sale } from '../sale.ts'
import { waitUntilKnown } from '../settled.ts'
import { pidsOf } from '../shop.ts'
import { newGuests, signIn } from '../shoppers.ts'

const SHOPPERS = 100
const GOAL_MS = 2000

/** Measures a hundred shoppers who pay at once for an order of the last piece. */
export async function measureLastPieces(sale: Sale, effort: SaleEffort): Promise<Figure[]> {
  const cookie = await signIn(sale.shop)
  const runs: Observed<Answer[]>[] = []
  while (runs.length < effort.lastPieces) runs.push(await sellLastPiece(sale, cookie))
  const count = (name: string, isMeant: (answer: Answer) => boolean, goal: Bound): Figure => ({
    ...figureOf(name, '', runs, (answers) => answers.filter(isMeant).length),
    goal: { ...goal, inEach: true },
  })
  const share = (of: number) => (answers: Answer[]) =>
    percentile(
      answers.map(({ ms }) => ms),
      of,
    )
  return [
    count('last piece, 100 pay at once: paid (201)', isPaid, { atMost: 1 }),
    count('· last piece: sold out (409)', isSoldOut, { atLeast: SHOPPERS - 1 }),
    count('· last piece: later (202)', isLater, { atMost: 0 }),
    count('· last piece: anything else', isOther, { atMost: 0 }),
    figureOf('· last piece: p50', 'ms', runs, share(0.5)),
    {
      ...figureOf('· last piece: p99', 'ms', runs, share(0.99)),
      goal: { atMost: GOAL_MS, inEach: true },
    },
  ]
}

const isPaid = ({ status }: Answer) => status === 201
const isLater = ({ status }: Answer) => status === 202
const isSoldOut = ({ status, problem }: Answer) =>
  status === 409 && problem === '/problems/sold-out'
const isOther = (answer: Answer) => !isPaid(answer) && !isLater(answer) && !isSoldOut(answer)

async function sellLastPiece(sale: Sale, seller: string): Promise<Observed<Answer[]>> {
  const { shop, databases, load, urls } = sale
  const productIds = [await createProduct(shop, seller, 1)]
  const cookies = await newGuests(shop, SHOPPERS)
  await waitUntilKnown(databases, { orderIds: [], productIds })
  const orders = { kind: 'orders', services: urls, cookies, productIds, atOnce: 10 } as const
  const { orderIds } = await load.run(orders)
  await waitUntilKnown(databases, { orderIds, productIds })
  await waitUntilIdle(Object.values(pidsOf(shop)))
  const job = { kind: 'payments', services: urls, cookies, orderIds, atOnce: SHOPPERS } as const
  const run = await observed(async () => (await load.run(job)).answers)
  await waitUntilIdle(Object.values(pidsOf(shop)))
  return run
}
