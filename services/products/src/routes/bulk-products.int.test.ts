import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, newUser, type TestService } from '@shop/shared/testing'
import { sellNew, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const show = async (id: string) =>
  (await service.call('GET', `/api/products/${id}`, { as: seller })).body
const bulk = (items: object[], change: object, as = seller) =>
  service.call('POST', '/api/products/bulk', { as, json: { items, change } })
const some = (count: number) =>
  Promise.all(Array.from({ length: count }, () => sellNew(service, 5, seller)))
const at = (version: number) => (id: string) => ({ id, version })

test('POST /api/products/bulk changes what it can and says row by row why not the rest', async () => {
  const [first = '', stale = ''] = await some(2)
  const foreign = await sellNew(service, 1)
  const unknown = newId()
  const items = [at(0)(first), at(7)(stale), at(0)(foreign), at(0)(unknown)]
  const { status, body } = await bulk(items, { action: 'change-price', percent: -10 })
  expect(status).toBe(200)
  expect(body.results).toEqual([
    { id: first, status: 'changed', version: 1 },
    { id: stale, status: 'failed', error: { code: 'version-conflict', message: CONFLICT } },
    { id: foreign, status: 'failed', error: { code: 'not-found', message: 'Product not found' } },
    { id: unknown, status: 'failed', error: { code: 'not-found', message: 'Product not found' } },
  ])
  expect((await show(first)).price).toBe(11.25)
  expect([(await show(stale)).price, (await show(foreign)).price]).toEqual([12.5, 12.5])
})

const CONFLICT = 'The product has changed in the meantime; reload it'

test('a bulk change that is repeated with the old versions changes nothing twice', async () => {
  const ids = await some(3)
  const change = { action: 'change-price', percent: 10 }
  await Promise.all([bulk(ids.map(at(0)), change), bulk(ids.map(at(0)), change)])
  await bulk(ids.map(at(0)), change)
  for (const id of ids) expect(await show(id)).toMatchObject({ price: 13.75, version: 1 })
})

test('POST /api/products/bulk changes prices by an amount, each by its version', async () => {
  const [id = ''] = await some(1)
  const change = { action: 'add-to-price', amount: -2.25 }
  await bulk([at(0)(id)], change)
  await bulk([at(0)(id)], change)
  expect(await show(id)).toMatchObject({ price: 10.25, version: 1 })
  const { body } = await bulk([at(1)(id)], { ...change, amount: -10.25 })
  expect(body.results[0]).toMatchObject({ status: 'failed', error: { code: 'validation' } })
})

test.each([
  [{ action: 'archive' }, { archived: true, off: ['archived'] }],
  [{ action: 'set-price', price: 3 }, { price: 3 }],
  [{ action: 'set-category', category: 'garden' }, { category: 'garden' }],
])('POST /api/products/bulk with %o', async (change, after) => {
  const ids = await some(2)
  const { body } = await bulk(ids.map(at(0)), change)
  expect(body.results.map(({ status }: { status: string }) => status)).toEqual([
    'changed',
    'changed',
  ])
  for (const id of ids) expect(await show(id)).toMatchObject(after)
  const again = (await bulk(ids.map(at(1)), change)).body.results
  expect(again).toEqual(ids.map((id) => ({ id, status: 'unchanged', version: 1 })))
})

test('POST /api/products/bulk restores archived products and publishes drafts', async () => {
  const json = { title: 'Mug', price: 1, quantity: 1, draft: true }
  const { id } = (await service.call('POST', '/api/products', { as: seller, json })).body
  await bulk([at(0)(id)], { action: 'archive' })
  await bulk([at(1)(id)], { action: 'restore' })
  expect((await show(id)).off).toEqual(['draft'])
  await bulk([at(2)(id)], { action: 'publish' })
  expect(await show(id)).toMatchObject({ archived: false, version: 3 })
})

test('a price that a percentage takes out of range fails alone', async () => {
  const [id = ''] = await some(1)
  await bulk([at(0)(id)], { action: 'set-price', price: 0.01 })
  const { body } = await bulk([at(1)(id)], { action: 'change-price', percent: -90 })
  expect(body.results[0]).toMatchObject({ status: 'failed', error: { code: 'validation' } })
  expect((await show(id)).price).toBe(0.01)
})

test('POST /api/products/bulk returns 400, 401, 403 and 415', async () => {
  const [id = ''] = await some(1)
  const archive = { action: 'archive' }
  for (const [items, change] of [
    [[], archive],
    [Array.from({ length: 101 }, () => at(0)(newId())), archive],
    [[at(0)(id), at(1)(id)], archive],
    [[at(0)(id)], { action: 'delete' }],
    [[at(0)(id)], { action: 'change-price', percent: 0 }],
  ] as [object[], object][])
    expect((await bulk(items, change)).status).toBe(400)
  const path = '/api/products/bulk'
  expect((await service.call('POST', path, { json: {} })).status).toBe(401)
  expect((await bulk([at(0)(id)], archive, newUser('guest'))).status).toBe(403)
  expect((await service.call('POST', path, { as: seller, body: '{}' })).status).toBe(415)
  const json = { pad: 'x'.repeat(70_000) }
  expect((await service.call('POST', path, { as: seller, json })).status).toBe(413)
})
