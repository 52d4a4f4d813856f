import { expect, test } from 'bun:test'
import { type ServiceName } from '@shop/shared/contracts'
import { eventually, newId } from '@shop/shared/testing'
import { Types } from 'mongoose'
import { agreesWithLedger, endsAs, newOrder, newProduct, pay } from '../../fixtures/checkout.ts'
import { Visitor } from '../../fixtures/visitor.ts'
import { withDatabases } from '../../tools/stack-databases.ts'

/** Fields that older documents lack. */
const ADDED: Partial<Record<ServiceName, [collection: string, fields: string[]]>> = {
  auth: ['users', ['name', 'guestIds', 'verified', 'links']],
  products: ['products', ['search', 'shown', 'moves', 'isOpened', 'sellerName']],
  orders: ['orders', ['payment', 'address', 'email', 'idempotencyKey', 'idempotencyBody']],
  payments: ['payments', ['card', 'token', 'short', 'lastError']],
}

/** Removes the newer fields from a document. */
async function removeNewFields(
  service: ServiceName,
  filter: Record<string, unknown>,
): Promise<void> {
  const [collection, fields] = ADDED[service] ?? ['', []]
  const unset = Object.fromEntries(fields.map((field) => [field, 1]))
  const changed = await withDatabases([service], ({ [service]: database }) =>
    database.collection(collection).updateOne(filter, { $unset: unset }),
  )
  expect(changed.modifiedCount).toBe(1)
}

const id = (text: string) => ({ _id: new Types.ObjectId(text) })

test('an older product can be shown, listed, edited, restocked and sold', async () => {
  const product = await newProduct(3)
  await removeNewFields('products', id(product.id))
  const path = `/api/products/${product.id}`
  const { seller } = product
  expect((await seller.get(path)).body).toMatchObject({ id: product.id, quantity: 3 })
  const { id: sellerId } = (await seller.get('/api/users/currentuser')).body.currentUser
  const list = await seller.get(`/api/products?seller=${sellerId}&limit=10`)
  expect([list.status, list.body.items]).toMatchObject([200, [{ id: product.id }]])
  expect((await seller.put(path, { title: 'Old teapot', price: 12.5 })).status).toBe(200)
  expect((await seller.post(`${path}/stock`, { delta: 1, reason: 'delivery' })).status).toBe(200)
  const order = await newOrder({ ...product, quantity: 4 })
  expect((await pay(order)).status).toBe(201)
  await endsAs(order, 'Complete')
  await agreesWithLedger(order, 1)
})

test('an older order and payment can be read, listed and retried', async () => {
  const order = await newOrder(await newProduct(2))
  expect((await pay(order)).status).toBe(201)
  await endsAs(order, 'Complete')
  await eventually(() => removeNewFields('orders', id(order.orderId)))
  await removeNewFields('payments', { orderId: order.orderId })
  expect((await order.buyer.get(order.path)).body).toMatchObject({ status: 'Complete' })
  expect((await order.buyer.get('/api/orders')).body).toMatchObject([{ id: order.orderId }])
  expect((await pay(order)).body).toMatchObject({ status: 'succeeded' })
  expect((await order.buyer.delete(order.path)).status).toBe(409)
})

test('an older user can sign in and change the name', async () => {
  const account = { email: `${newId()}@example.com`, password: newId() }
  const visitor = new Visitor()
  await visitor.post('/api/users/signup', account)
  await removeNewFields('auth', { email: account.email })
  expect((await visitor.post('/api/users/signin', account)).status).toBe(200)
  const { currentUser } = (await visitor.get('/api/users/currentuser')).body
  expect(currentUser).toMatchObject({ email: account.email })
  expect((await visitor.put('/api/users/profile', { name: 'Ada' })).status).toBe(200)
})
