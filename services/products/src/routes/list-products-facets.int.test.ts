import { afterAll, beforeAll, expect, test } from 'bun:test'
import { CATEGORIES, MAX_TOTAL, ProductPageResponse } from '@shop/shared/contracts'
import { newId, newUser, type TestService } from '@shop/shared/testing'
import * as v from 'valibot'
import type { Product } from '../domain/product.ts'
import { readsOf, sellNew, startProducts, insertProducts } from '../testing/index.ts'

const SELLERS = Array.from({ length: 12 }, () => newId())
const ME = newUser()

let service: TestService
let all: Product[]
beforeAll(async () => {
  service = await startProducts()
  // Most are of the first seller, who has a name.
  all = await insertProducts(service, 1200, (n) => ({
    title: n % 2 === 0 ? `Mug ${n}` : `Bowl ${n}`,
    category: CATEGORIES[n % 8] ?? null,
    price: 100 + n,
    userId: SELLERS[n < 1100 ? n % 12 : 0] ?? '',
    ...(n % 12 === 0 && { sellerName: 'The Potter' }),
  }))
  await insertProducts(service, 3, () => ({ userId: ME.sub, archived: true, category: 'home' }))
  await insertProducts(service, 2, () => ({ userId: SELLERS[0] ?? '', archived: true }))
})
afterAll(() => service.stop())

async function facetsOf(query: string, as?: typeof ME) {
  const { body } = await service.call('GET', `/api/products?facets=1&limit=1${query}`, as && { as })
  return v.parse(v.required(ProductPageResponse, ['facets', 'total']), body)
}

const countsOf = (products: Product[]) =>
  CATEGORIES.map((name) => ({
    name,
    count: products.filter(({ category }) => category === name).length,
  }))

test('facets=1 counts what each choice would show, with a total of at most a thousand', async () => {
  const { facets, total, items } = await facetsOf('')
  expect([total, items.length]).toEqual([MAX_TOTAL, 1])
  expect(facets.categories).toEqual(countsOf(all))
  expect(facets.price).toEqual({ min: 1, max: 12.99 })
})

test('facets list the 10 largest sellers, with their names if any', async () => {
  const [largest, ...others] = (await facetsOf('')).facets.sellers
  expect(largest).toEqual({ id: SELLERS[0] ?? '', name: 'The Potter', count: 192 })
  expect(others.map(({ count }) => count)).toEqual([92, 92, 92, 92, 92, 92, 92, 91, 91])
  for (const seller of others) expect(seller).not.toHaveProperty('name')
})

test('sellerCount includes sellers beyond the 10 largest', async () => {
  expect((await facetsOf('')).facets.sellerCount).toBe(SELLERS.length)
  expect((await facetsOf('&q=nothing')).facets.sellerCount).toBe(0)
})

test('a facet ignores its own filter and respects the others', async () => {
  const mugs = all.filter(({ title }) => title.startsWith('Mug'))
  const cheap = mugs.filter(({ price }) => price <= 500)
  const ofKitchen = ({ category }: Product) => category === 'kitchen'
  const { facets, total } = await facetsOf('&category=kitchen&maxPrice=5&q=mug')
  expect(total).toBe(cheap.filter(ofKitchen).length)
  expect(facets.categories).toEqual(countsOf(cheap))
  expect(facets.price.max).toBe(Math.max(...mugs.filter(ofKitchen).map(({ price }) => price)) / 100)
  expect(facets.sellers.reduce((sum, { count }) => sum + count, 0)).toBe(total)
})

test('with a seller filter the other sellers are still listed', async () => {
  const { facets, total } = await facetsOf(`&seller=${SELLERS[5]}`)
  expect([total, facets.sellers.length]).toEqual([92, 10])
  expect(facets.categories).toEqual(countsOf(all.filter(({ userId }) => userId === SELLERS[5])))
})

test('returns zero counts when nothing matches', async () => {
  const { facets, total } = await facetsOf('&q=nothing')
  expect([total, facets.sellers, facets.price]).toEqual([0, [], { min: 0, max: 0 }])
  expect(facets.categories).toEqual(CATEGORIES.map((name) => ({ name, count: 0 })))
})

test('archived products are counted for their seller only', async () => {
  const { facets, total } = await facetsOf(`&seller=${ME.sub}&status=archived`, ME)
  expect(total).toBe(3)
  expect(facets.sellers).toEqual([{ id: ME.sub, count: 3 }])
  expect(facets.categories.find(({ name }) => name === 'home')?.count).toBe(3)
})

test('counts are cached for all pages, sort orders and page sizes', async () => {
  const filter = '/api/products?facets=1&category=garden'
  await service.call('GET', `${filter}&limit=2`)
  await sellNew(service, 1)
  const reads = await readsOf(service, async () => {
    const { body } = await service.call('GET', `${filter}&sort=price&limit=3`)
    expect(body.total).toBe(150)
    await service.call('GET', `${filter}&sort=price&limit=3&cursor=${body.nextCursor}`)
  })
  expect(reads).toHaveLength(2)
})

test('concurrent requests for the same counts compute them once', async () => {
  const query = '/api/products?facets=1&minPrice=2&cursor='
  const { nextCursor } = (await service.call('GET', '/api/products?limit=1')).body
  const reads = await readsOf(service, () =>
    Promise.all(Array.from({ length: 8 }, () => service.call('GET', query + nextCursor))),
  )
  // Eight pages, five queries for the counts, and one that tells how common the price is.
  expect(reads).toHaveLength(8 + 5 + 1)
})
