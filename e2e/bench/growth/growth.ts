import type { StackFile } from '@shop/shared/testing'
import { withProgress } from '../../stack/system/progress.ts'
import { fillCatalogue } from '../catalogue.ts'
import { waitUntilIdle } from '../cpu.ts'
import { withDatabases, type Databases } from '../databases.ts'
import { sum } from '../figure.ts'
import { LoadProcess } from '../load/load-process.ts'
import { runCheckouts } from '../measure/run-checkouts.ts'
import type { Sale } from '../sale.ts'
import { pidsOf, shopOf, type Shop } from '../shop.ts'
import { signIn } from '../shoppers.ts'
import { fill } from './fill.ts'
import { costOf, type Asked, type Cost } from './measure.ts'
import type { Person } from './people.ts'
import { queriesOf, type Query } from './queries.ts'
import { sizesOf, type Size } from './sizes.ts'

/** Everything fits, so that what is measured is work and not the disk. */
export const CACHE = '6G'
const CHECKOUTS = { warmUp: 100, counted: 100 }

/** What a query costs at each size. */
interface Growth {
  query: Query
  costs: Cost[]
}

export interface Grown {
  sizes: readonly number[]
  growths: Growth[]
  /** CPU time of a checkout at each size, in ms: all services and servers. */
  sales: number[]
  stored: Size[]
}

/** Measures the hot queries and a sale at each size of the shop. */
export async function grow(stack: StackFile, sizes: readonly number[]): Promise<Grown> {
  const shop = shopOf(stack)
  const cookies = { person: await signIn(shop), staff: await signIn(asStaff(shop, stack)) }
  const person = await personOf(shop, cookies.person)
  const { productIds } = await fillCatalogue(shop)
  const load = new LoadProcess()
  try {
    return await withDatabases(shop, async (databases) => {
      await enlargeCache(databases)
      const sale: Sale = { shop, databases, load, urls: urlsOf(shop), productIds }
      const growths = queriesOf(person).map((query): Growth => ({ query, costs: [] }))
      const sales: number[] = []
      let before = 0
      for (const size of sizes) {
        const of = size.toLocaleString('en-US')
        await withProgress(`adding up to ${of}`, () => fill(databases, person, before, size))
        before = size
        await waitUntilIdle(Object.values(pidsOf(shop)))
        await withProgress(`measuring at ${of}`, () =>
          measureAll(growths, { shop, databases, cookies, size }),
        )
        sales.push(await withProgress(`selling at ${of}`, () => cpuOfSale(sale)))
      }
      return { sizes, growths, sales, stored: await sizesOf(databases) }
    })
  } finally {
    load.stop()
  }
}

async function measureAll(growths: Growth[], asked: Asked): Promise<void> {
  for (const { query, costs } of growths) costs.push(await costOf(query, asked))
}

async function cpuOfSale(sale: Sale): Promise<number> {
  await runCheckouts(sale, CHECKOUTS.warmUp, 10)
  const { result } = await runCheckouts(sale, CHECKOUTS.counted, 10)
  return sum(Object.values(result.cpu))
}

async function enlargeCache({ products: { db } }: Databases): Promise<void> {
  const wiredTigerEngineRuntimeConfig = `cache_size=${CACHE}`
  await db?.admin().command({ setParameter: 1, wiredTigerEngineRuntimeConfig })
}

function asStaff(shop: Shop, { users }: StackFile): Shop {
  const admin = users.find(({ role }) => role === 'admin')
  if (admin === undefined) throw new Error('the shop has no demo admin')
  return { ...shop, user: admin }
}

async function personOf({ services, user }: Shop, cookie: string): Promise<Person> {
  const url = `${services.auth.url}/api/users/currentuser`
  const response = await fetch(url, { headers: { cookie } })
  const { currentUser } = (await response.json()) as { currentUser: { id: string } }
  return { id: currentUser.id, email: user.email }
}

function urlsOf({ services: { cart, orders, payments } }: Shop) {
  return { cart: cart.url, orders: orders.url, payments: payments.url }
}
