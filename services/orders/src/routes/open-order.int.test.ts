import { afterAll, beforeAll, expect, test } from 'bun:test'
import { linkSecret } from '@shop/shared/auth'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

const keyOf = (id: string, address: string) =>
  linkSecret(service.config.ORDER_LINK_KEY, 'order', { id, address })
const open = (id: string, key: string) =>
  service.call('POST', `/api/orders/${id}/open`, { json: { key } })
const cookieFrom = ({ headers }: { headers: Headers }) =>
  headers.get('set-cookie')?.split(';')[0] ?? ''

test('the key of a mailed link opens the order without a session, for reading and giving back', async () => {
  const ann = newUser()
  const { order, path } = await service.paidOrder([ann], newUser('guest'))
  const opened = await open(order.id, keyOf(order.id, order.email))
  expect(opened.status).toBe(204)
  const set = opened.headers.get('set-cookie')
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Max-Age=86400'])
    expect(set).toContain(part)
  const headers = { cookie: cookieFrom(opened) }
  expect((await service.call('GET', path, { headers })).body).toEqual(order)
  const json = {
    lines: [{ productId: order.items[0].productId, quantity: 1 }],
    reason: 'withdrawal',
  }
  const withKey = { ...headers, 'idempotency-key': crypto.randomUUID() }
  const given = await service.call('POST', `${path}/returns`, { json, headers: withKey })
  expect(given.status).toBe(201)
  // It neither pays nor cancels.
  expect((await service.call('DELETE', path, { headers })).status).toBe(401)
  // It opens no other order.
  const other = await service.paidOrder([ann])
  expect((await service.call('GET', other.path, { headers })).status).toBe(401)
})

test('a wrong key and an unknown order get the same response', async () => {
  const { order } = await service.paidOrder([newUser()])
  const wrong = await open(order.id, keyOf(order.id, 'eve@example.com'))
  const unknown = await open(newId(), keyOf(order.id, order.email))
  expect([wrong.status, unknown.status]).toEqual([404, 404])
  expect(wrong.body.detail).toBe(unknown.body.detail)
  expect(wrong.headers.get('set-cookie')).toBeNull()
})

test('POST /api/orders/find asks for one mail an hour, and says nothing', async () => {
  const mails = service.published('mail:asked')
  const { order } = await service.paidOrder([newUser()])
  const find = (number: string, email: string) =>
    service.call('POST', '/api/orders/find', { json: { number, email } })
  for (const email of ['eve@example.com', order.email, order.email.toUpperCase(), order.email])
    expect((await find(order.number.replace('-', '').toLowerCase(), email)).status).toBe(202)
  const expected = { kind: 'find', to: order.email, orderIds: [order.id] }
  const last = await service.paidOrder([newUser()])
  await find(last.order.number, last.order.email)
  await eventually(() => expect(mails.at(-1)?.orderIds).toEqual([last.order.id]))
  expect(mails).toMatchObject([expected, { to: last.order.email }])
})
