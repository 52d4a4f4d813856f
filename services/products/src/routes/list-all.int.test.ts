import { afterAll, beforeAll, expect, test } from 'bun:test'
import { AllProductsResponse, MAX_SEARCH } from '@shop/shared/contracts'
import { newId, newUser, type TestService } from '@shop/shared/testing'
import { Types } from 'mongoose'
import * as v from 'valibot'
import { insertProducts, sellNew, startProducts } from '../testing/index.ts'

const admin = newUser('admin')
const seller = newUser()
const REASON = 'A copy'

let service: TestService
beforeAll(async () => {
  service = await startProducts()
  const titles = [
    'Sold mug',
    'Draft mug',
    'Archived bowl',
    'Hidden mug',
    'Draft put away',
    'Old mug',
  ]
  const offs = [[], ['draft'], ['archived'], ['hidden'], ['draft', 'archived'], []] as const
  const products = await insertProducts(service, titles.length, (n) => ({
    title: titles[n] ?? '',
    userId: n < 4 ? seller.sub : newId(),
    off: [...(offs[n] ?? [])],
    archived: n > 0,
  }))
  // As an earlier release has stored it.
  await service.db
    .collection('products')
    .updateOne({ _id: new Types.ObjectId(products.at(-1)?.id) }, { $unset: { off: '' } })
})
afterAll(() => service.stop())

async function list(query = '') {
  const { status, body } = await service.call('GET', `/api/products/all?${query}`, { as: admin })
  expect(status).toBe(200)
  return v.parse(AllProductsResponse, body)
}
const titles = async (query: string) =>
  (await list(query)).items.map(({ product }) => product.title.toLowerCase())

test('GET /api/products/all lists every product, the newest first', async () => {
  expect(await titles('')).toEqual([
    'old mug',
    'draft put away',
    'hidden mug',
    'archived bowl',
    'draft mug',
    'sold mug',
  ])
})

test.each([
  ['live', ['sold mug']],
  ['draft', ['draft put away', 'draft mug']],
  ['archived', ['old mug', 'draft put away', 'archived bowl']],
  ['hidden', ['hidden mug']],
  ['blocked', []],
])('status=%s lists what is so, whatever else it is', async (status, expected) => {
  expect(await titles(`status=${status}`)).toEqual(expected)
})

test('products are found by whole words of the title, in any state', async () => {
  expect(await titles('q=MUG')).toEqual(['old mug', 'hidden mug', 'draft mug', 'sold mug'])
  expect(await titles('q=mug%20draft')).toEqual(['draft mug'])
  expect(await titles('q=mug&status=archived')).toEqual(['old mug'])
  expect(await titles('q=mug&status=live')).toEqual(['sold mug'])
  for (const q of ['mu', '%25', 'teapot', 'mug%20bowl']) expect(await titles(`q=${q}`)).toEqual([])
})

test('products are found by their id or that of their seller', async () => {
  const [hidden] = (await list('status=hidden')).items
  const id = hidden?.product.id ?? ''
  expect(await titles(`q=${id.toUpperCase()}`)).toEqual(['hidden mug'])
  expect(await titles(`q=${id}&status=hidden`)).toEqual(['hidden mug'])
  expect(await titles(`q=${id}&status=live`)).toEqual([])
  const own = ['hidden mug', 'archived bowl', 'draft mug', 'sold mug']
  expect(await titles(`q=${seller.sub}`)).toEqual(own)
  expect(await titles(`q=${seller.sub}&status=draft`)).toEqual(['draft mug'])
  expect(await titles(`q=${newId()}`)).toEqual([])
})

test.each(['', 'q=mug&', `status=archived&`])(
  'pages of %s have each product once',
  async (query) => {
    const all = await titles(query)
    const seen: string[] = []
    let cursor = ''
    do {
      const { items, nextCursor } = await list(`${query}limit=1${cursor}`)
      seen.push(...items.map(({ product }) => product.title.toLowerCase()))
      cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`
    } while (cursor !== '')
    expect(seen).toEqual(all)
  },
)

test('what staff did is told, the newest first', async () => {
  const id = await sellNew(service, 1)
  for (const act of ['hide', 'unhide'])
    await service.call('POST', `/api/products/${id}/${act}`, {
      as: admin,
      json: { reason: REASON },
    })
  const [found] = (await list(`q=${id}`)).items
  expect(found?.acts).toMatchObject([
    { act: 'unhide', reason: REASON, by: admin.sub },
    { act: 'hide', reason: REASON, by: admin.sub },
  ])
})

test('GET /api/products/all is for staff, and refuses what it does not know', async () => {
  const statusOf = async (query: string, as?: typeof admin) =>
    (await service.call('GET', `/api/products/all${query}`, as && { as })).status
  expect([await statusOf(''), await statusOf('', seller)]).toEqual([401, 403])
  for (const query of ['?status=sold', '?cursor=x', '?limit=0', `?q=${'x'.repeat(MAX_SEARCH + 1)}`])
    expect([query, await statusOf(query, admin)]).toEqual([query, 400])
})
