import { expect, test } from 'bun:test'
import { dirname, join } from 'node:path'
import { moneyOf } from '@shop/shared/testing'
import { Visitor, callShop } from '../../fixtures/visitor.ts'

test('the order of the smoke test survives a restart of the whole stack', async () => {
  const file = join(dirname(process.env['STACK_FILE'] ?? ''), 'smoke.json')
  const { cookie, productId, orderId } = await Bun.file(file).json()
  const visitor = Visitor.withCookie(cookie)
  const order = (await visitor.get(`/api/orders/${orderId}`)).body
  expect(order).toMatchObject({ status: 'Complete', total: 999, payment: { last4: '4242' } })
  const product = (await visitor.get(`/api/products/${productId}`)).body
  expect(product).toMatchObject({ title: 'iPhone', quantity: 4, available: 4 })
  expect((await visitor.get('/api/cart')).body.items).toEqual([])
  expect((await callShop(product.imageUrl)).status).toBe(200)
  expect(await moneyOf(orderId)).toMatchObject({ captured: 99_900, refunded: 0 })
})
