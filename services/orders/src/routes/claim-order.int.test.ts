import { afterAll, beforeAll, expect, test } from 'bun:test'
import { linkSecret } from '@shop/shared/auth'
import type { Position } from '@shop/shared/http'
import { cookieOf, newId, newUser } from '@shop/shared/testing'
import { NEWEST, anyOf, ownedBy } from '../order-lists.ts'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
interface Shown {
  order: { id: string; email: string }
  path: string
}

const guestsOrder = () => service.paidOrder([newUser()], newUser('guest'))

/** Claims an order with the cookie that opening its link sets. */
async function claim({ order, path }: Shown, as: User) {
  const { id, email: address } = order
  const key = linkSecret(service.config.ORDER_LINK_KEY, 'order', { id, address })
  const cookie = `${await cookieOf(as, service.jwtKey)}; order_${id}=${key}`
  return service.call('POST', `${path}/claim`, { headers: { cookie } })
}

test('who opened an order by its link adds it to their account, and owns it', async () => {
  const paid = await guestsOrder()
  const ann = newUser()
  const own = await service.placedOrder(ann)
  expect((await service.call('GET', paid.path, { as: ann })).status).toBe(404)
  const { status, body } = await claim(paid, ann)
  expect([status, body.claimedBy]).toEqual([200, ann.sub])
  expect(body.version).toBe(paid.order.version + 1)
  expect((await service.call('GET', paid.path, { as: ann })).body).toEqual(body)
  const list = async (query = '') =>
    (await service.call('GET', `/api/orders${query}`, { as: ann })).body
  const newestFirst = [own.order.id, paid.order.id]
  expect((await list()).map(({ id }: { id: string }) => id)).toEqual(newestFirst)
  const first = await list('?limit=1')
  const second = await list(`?limit=1&cursor=${first.nextCursor}`)
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(newestFirst)
  // The buyer keeps it.
  expect((await service.call('GET', paid.path, { as: paid.buyer })).status).toBe(200)
})

test('claiming again changes nothing, also at once', async () => {
  const paid = await guestsOrder()
  const ann = newUser()
  const responses = await Promise.all(Array.from({ length: 5 }, () => claim(paid, ann)))
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect((await claim(paid, ann)).body.version).toBe(paid.order.version + 1)
  const again = await service.call('POST', `${paid.path}/claim`, { as: ann })
  expect(again.status).toBe(200)
})

test('an order is added to one account', async () => {
  const paid = await guestsOrder()
  const [ann, eve] = [newUser(), newUser()]
  const responses = await Promise.all([claim(paid, ann), claim(paid, eve)])
  expect(responses.map(({ status }) => status)).toContain(200)
  const refused = responses.find(({ status }) => status === 409)
  expect(refused?.body.type).toBe('/problems/already-claimed')
})

test('without the key, for guests and before the payment nothing is added', async () => {
  const paid = await guestsOrder()
  const path = `${paid.path}/claim`
  expect((await service.call('POST', path)).status).toBe(401)
  expect((await claim(paid, newUser('guest'))).status).toBe(403)
  expect((await service.call('POST', path, { as: newUser() })).status).toBe(404)
  const unpaid = await service.placedOrder()
  expect((await claim(unpaid, newUser())).status).toBe(404)
})

test('the orders of an owner are read from indexes, in their order', async () => {
  const owners = [newUser().sub, newUser().sub]
  const { by, direction } = NEWEST
  for (const after of [null, [Date.now(), newId()]] satisfies (Position | null)[]) {
    const plan = await service.db
      .collection('orders')
      .find(anyOf(ownedBy(owners), NEWEST, after))
      .sort({ [by]: direction, _id: direction })
      .limit(31)
      .explain('queryPlanner')
    const text = JSON.stringify(plan['queryPlanner'].winningPlan)
    expect(text).toContain('SORT_MERGE')
    expect(text).not.toContain('"SORT"')
  }
})
