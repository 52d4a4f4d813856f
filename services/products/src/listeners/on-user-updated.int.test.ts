import { afterAll, beforeAll, expect, test } from 'bun:test'
import { failureOf, eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import { HiddenProducts } from '../moderation/hidden-products.ts'
import { createProductModel } from '../product-model.ts'
import { ProductRepository } from '../product-repository.ts'
import { ProductWrites } from '../product-writes.ts'
import { SellerCopy } from '../seller-copy.ts'
import { sellNew, lastEventOf, startProducts } from '../testing/index.ts'
import { onUserUpdated } from './on-user-updated.ts'

let service: TestService
let replica: (event: {
  id: string
  name?: string
  blocked?: boolean
  version: number
}) => Promise<void>
beforeAll(async () => {
  service = await startProducts()
  const model = createProductModel(service.db)
  const products = new ProductRepository(model, () => {})
  const hidden = new HiddenProducts(
    model,
    new ProductWrites(
      model,
      () => {},
      () => {},
    ),
  )
  const { handle } = onUserUpdated({ products, hidden, sellers: new SellerCopy(service.db) })
  replica = (event) => handle(event as never)
})
afterAll(() => service.stop())

const show = async (id: string) => (await service.call('GET', `/api/products/${id}`)).body

test('user:updated sets the name on all products of the seller, archived ones too, and on no others', async () => {
  const [seller, other] = [newUser(), { ...newUser(), name: 'The Other' }]
  const mine = [await sellNew(service, 1, seller), await sellNew(service, 1, seller)]
  await service.call('DELETE', `/api/products/${mine[1]}`, { as: seller })
  const theirs = await sellNew(service, 1, other)
  await service.publish('user:updated', { id: seller.sub, name: 'The Potter', version: 1 })
  for (const id of mine)
    await eventually(async () => expect((await show(id)).sellerName).toBe('The Potter'))
  expect((await show(theirs)).sellerName).toBe('The Other')
})

test('lists and facets show the name', async () => {
  const seller = newUser()
  await sellNew(service, 1, seller)
  await replica({ id: seller.sub, name: 'The Weaver', version: 1 })
  const { body } = await service.call('GET', `/api/products?facets=1&seller=${seller.sub}`)
  expect(body.items[0].sellerName).toBe('The Weaver')
  const facet = body.facets.sellers.find(({ id }: { id: string }) => id === seller.sub)
  expect(facet).toEqual({ id: seller.sub, name: 'The Weaver', count: 1 })
})

test('a new name is a new version that is not published', async () => {
  const seller = newUser()
  const id = await sellNew(service, 1, seller)
  const [before, lastEvent] = [await show(id), await lastEventOf(service, id)]
  await replica({ id: seller.sub, name: 'The Potter', version: 1 })
  expect((await show(id)).version).toBe(before.version + 1)
  expect(await lastEventOf(service, id)).toBe(lastEvent)
})

test('user:updated is idempotent', async () => {
  const seller = newUser()
  const id = await sellNew(service, 1, seller)
  const event = { id: seller.sub, name: 'The Potter', version: 1 }
  await Promise.all(Array.from({ length: 5 }, () => replica(event)))
  expect(await show(id)).toMatchObject({ sellerName: 'The Potter', version: 1 })
})

test('an older name that arrives later changes nothing', async () => {
  const seller = newUser()
  const id = await sellNew(service, 1, seller)
  await replica({ id: seller.sub, name: 'Newer', version: 5 })
  await replica({ id: seller.sub, name: 'Older', version: 4 })
  expect((await show(id)).sellerName).toBe('Newer')
})

test('of many names at once the newest wins, also on later products', async () => {
  const seller = newUser()
  const ids = [await sellNew(service, 1, seller), await sellNew(service, 1, seller)]
  const events = Array.from({ length: 12 }, (_, n) => ({
    id: seller.sub,
    name: `Name ${n}`,
    version: n + 1,
  }))
  await Promise.all(events.toReversed().map(replica))
  for (const id of ids) expect((await show(id)).sellerName).toBe('Name 11')
  // Created with an old token: the redelivered event sets the new name.
  const late = await sellNew(service, 1, { ...seller, name: 'Name 3' })
  await replica({ id: seller.sub, name: 'Name 0', version: 1 })
  expect((await show(late)).sellerName).toBe('Name 11')
})

test('user:updated without a name changes no product and stores no copy', async () => {
  const seller = { ...newUser(), name: 'The Potter' }
  const id = await sellNew(service, 1, seller)
  await replica({ id: seller.sub, version: 1 })
  expect(await show(id)).toMatchObject({ sellerName: 'The Potter', version: 0 })
  const copies = service.db.collection<{ _id: string }>('sellers')
  expect(await copies.findOne({ _id: seller.sub })).toBeNull()
})

test('user:updated for a user without products is accepted', async () => {
  expect(await failureOf(replica({ id: newId(), name: 'A shopper', version: 1 }))).toBeNull()
})

test('the products of a blocked seller are off, whatever the seller did, until they are unblocked', async () => {
  const seller = newUser()
  const [live, archived] = [await sellNew(service, 1, seller), await sellNew(service, 1, seller)]
  await service.call('DELETE', `/api/products/${archived}`, { as: seller })
  const published = service.published('product:updated')
  await service.publish('user:updated', { id: seller.sub, blocked: true, version: 2 })
  const status = async (id: string) => (await service.call('GET', `/api/products/${id}`)).status
  for (const id of [live, archived])
    await eventually(async () => expect(await status(id)).toBe(404))
  await eventually(() =>
    expect(published.find(({ id }) => id === live)).toMatchObject({ archived: true, title: '' }),
  )
  // Created with a session that has not been ended yet.
  const late = await sellNew(service, 1, seller)
  expect(await status(late)).toBe(404)
  await replica({ id: seller.sub, blocked: false, version: 3 })
  expect(await show(live)).toMatchObject({ archived: false })
  expect(await show(archived)).toMatchObject({ archived: true, off: ['archived'] })
  expect(await show(late)).toMatchObject({ archived: false })
})

test('blocking and unblocking that arrive in the wrong order leave the newer state', async () => {
  const seller = newUser()
  const id = await sellNew(service, 1, seller)
  await replica({ id: seller.sub, blocked: false, version: 5 })
  await replica({ id: seller.sub, blocked: true, version: 4 })
  expect(await show(id)).toMatchObject({ archived: false })
})
