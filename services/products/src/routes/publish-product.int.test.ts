import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import { Types } from 'mongoose'
import { form, png, sellNew, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const post = (path: string, as = seller) => service.call('POST', `/api/products/${path}`, { as })
const statusOf = async (id: string, as?: ReturnType<typeof newUser>) =>
  (await service.call('GET', `/api/products/${id}`, as && { as })).status
const listed = async (query: string) => {
  const path = `/api/products?seller=${seller.sub}${query}`
  const { body } = await service.call('GET', path, { as: seller })
  return body.items.map(({ id }: { id: string }) => id)
}

async function draft(): Promise<string> {
  const json = { title: 'Secret mug', price: 12.5, quantity: 5, draft: true }
  const { status, body } = await service.call('POST', '/api/products', { as: seller, json })
  expect([status, body.archived, body.off]).toEqual([201, true, ['draft']])
  return body.id
}

test('a draft is found by its seller and staff only, and its events carry neither title nor picture', async () => {
  const created = service.published('product:created')
  const id = await draft()
  expect(await statusOf(id)).toBe(404)
  expect(await statusOf(id, newUser())).toBe(404)
  expect((await service.call('PUT', `/api/products/${id}`, { as: newUser() })).status).toBe(404)
  expect(await statusOf(id, seller)).toBe(200)
  expect(await statusOf(id, newUser('admin'))).toBe(200)
  expect(await listed('')).not.toContain(id)
  await eventually(() =>
    expect(created.find((event) => event.id === id)).toMatchObject({
      title: '',
      imageUrl: null,
      archived: true,
    }),
  )
})

test('POST /api/products/:id/publish puts a draft on sale, once', async () => {
  const updated = service.published('product:updated')
  const id = await draft()
  const { status, body } = await post(`${id}/publish`)
  expect([status, body.archived, body.off, body.version]).toEqual([200, false, undefined, 1])
  expect((await post(`${id}/publish`)).body.version).toBe(1)
  expect(await statusOf(id)).toBe(200)
  expect(await listed('')).toContain(id)
  await eventually(() =>
    expect(updated.find((event) => event.id === id)).toMatchObject({
      title: 'Secret mug',
      archived: false,
    }),
  )
})

test('restoring an archived draft leaves it a draft, which the lists tell apart', async () => {
  const id = await draft()
  const soldOut = await sellNew(service, 0, seller)
  expect(await listed('&status=draft')).toContain(id)
  await service.call('DELETE', `/api/products/${id}`, { as: seller })
  expect(await listed('&status=draft')).not.toContain(id)
  expect(await listed('&status=archived')).toContain(id)
  expect((await post(`${id}/restore`)).body.off).toEqual(['draft'])
  expect(await listed('&status=draft')).toContain(id)
  expect(await listed('&status=archived')).not.toContain(id)
  expect(await listed('&status=all')).toEqual(expect.arrayContaining([id, soldOut]))
})

test('a product that an earlier release archived can be restored', async () => {
  const id = await sellNew(service, 5, seller)
  const _id = new Types.ObjectId(id)
  const earlier = { $set: { archived: true }, $unset: { off: 1 } }
  await service.db.collection('products').updateOne({ _id }, earlier)
  expect(await listed('&status=archived')).toContain(id)
  const { body } = await service.call('GET', `/api/products/${id}`)
  expect([body.archived, body.off]).toEqual([true, ['archived']])
  const restored = (await post(`${id}/restore`)).body
  expect([restored.archived, restored.off]).toEqual([false, undefined])
})

test('a draft can be created with a picture', async () => {
  const fields = { title: 'Mug', price: '12.50', quantity: '5', draft: 'true' }
  const body = form(fields, await png('#123456'))
  const created = await service.call('POST', '/api/products', { as: seller, body })
  expect([created.status, created.body.off]).toEqual([201, ['draft']])
})

test('POST /api/products/:id/publish is for the owner', async () => {
  const id = await draft()
  expect((await service.call('POST', `/api/products/${id}/publish`)).status).toBe(401)
  expect((await post(`${await sellNew(service, 1, seller)}/publish`, newUser())).status).toBe(403)
  for (const unknown of [newId(), 'abc', id])
    expect((await post(`${unknown}/publish`, newUser())).status).toBe(404)
})
