import { expect, test } from 'bun:test'
import { createLimit } from '@shop/shared/async'
import { eventually, moneyOf } from '@shop/shared/testing'
import {
  agreesWithLedger,
  endsAs,
  newOrder,
  newProduct,
  pay,
  payUntilAnswered,
} from '../../fixtures/checkout.ts'
import { Visitor } from '../../fixtures/visitor.ts'

const LONG = 240_000

test(
  'of 100 buyers of the last item, one pays and 99 get sold-out',
  async () => {
    const product = await newProduct(1)
    const orders = await Promise.all(Array.from({ length: 100 }, () => newOrder(product)))
    await Promise.all(orders.map((order) => pay(order)))
    const ends: { status: string; reason?: string }[] = []
    for (const order of orders) ends.push(await endsAs(order, undefined, LONG))
    expect(ends.filter(({ status }) => status === 'Complete')).toHaveLength(1)
    expect(ends.filter(({ reason }) => reason === 'out_of_stock')).toHaveLength(99)
    const refused = await Promise.all(
      orders.filter((_, i) => ends[i]?.status === 'Cancelled').map((order) => pay(order)),
    )
    for (const { status, body } of refused)
      expect([status, body.type]).toEqual([409, '/problems/sold-out'])
    await eventually(async () => {
      const money = await Promise.all(orders.map(({ orderId }) => moneyOf(orderId)))
      const sum = (key: 'held' | 'captured' | 'refunded') =>
        money.reduce((total, each) => total + each[key], 0)
      expect([sum('held'), sum('captured'), sum('refunded')]).toEqual([0, 1250, 0])
    }, LONG)
  },
  LONG,
)

test(
  'of orders {A, B} and {B, A} for the last items, at most one completes, never in part',
  async () => {
    const products = [await newProduct(1), await newProduct(1)]
    const [a = '', b = ''] = products.map(({ id }) => id)
    const orders = await Promise.all(
      [
        [a, b],
        [b, a],
      ].map(placeOrder),
    )
    const ends = await Promise.all(
      orders.map(async ({ buyer, orderId, path }) => {
        await buyer.post('/api/payments', { token: 'tok_visa', orderId })
        return eventually(async () => {
          const { status } = (await buyer.get(path)).body
          expect(['Complete', 'Cancelled']).toContain(status)
          return status as string
        }, LONG)
      }),
    )
    // Both fail when each holds what the other needs.
    const sold = ends.filter((status) => status === 'Complete').length
    expect(sold).toBeLessThanOrEqual(1)
    for (const { seller, id } of products)
      await eventually(async () => {
        const { body } = await seller.get(`/api/products/${id}`)
        expect([body.quantity, body.available]).toEqual([1 - sold, 1 - sold])
      }, LONG)
  },
  LONG,
)

async function placeOrder(productIds: string[]) {
  const buyer = await Visitor.of()
  const items = productIds.map((productId) => ({ productId, quantity: 1 }))
  const { status, body } = await buyer.post('/api/orders', { items })
  expect(status).toBe(201)
  return { buyer, orderId: body.id as string, path: `/api/orders/${body.id}` }
}

test(
  '50 payments of one order with three cards charge once',
  async () => {
    const order = await newOrder(await newProduct(5))
    const cards = ['tok_visa', 'pm_card_mastercard', 'tok_amex']
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, i) => pay(order, cards[i % 3])),
    )
    for (const { status, body } of responses)
      if (status === 409) expect(body.type).toBe('/problems/payment-in-progress')
      // At most eight requests may wait until payments knows the order.
      else expect([200, 201, 202, 429]).toContain(status)
    const ids = responses.filter(({ status }) => status < 202).map(({ body }) => body.stripeId)
    expect(new Set(ids).size).toBeLessThanOrEqual(1)
    await endsAs(order, 'Complete', LONG)
    await agreesWithLedger(order, 1, LONG)
  },
  LONG,
)

test.each(Array.from({ length: 20 }, (_, i) => i * 5))(
  'an order cancelled %i ms after paying began is either paid and complete or neither',
  async (delay) => {
    const order = await newOrder(await newProduct(5))
    const paying = pay(order)
    await Bun.sleep(delay)
    await order.buyer.delete(order.path)
    await paying
    const { status } = await endsAs(order)
    await agreesWithLedger(order, status === 'Complete' ? 1 : 0)
  },
)

test(
  'stock edits during 200 sales lose neither edits nor sales',
  async () => {
    const product = await newProduct(500)
    const path = `/api/products/${product.id}`
    let edits = 0
    const sellAndEdit = async () => {
      const order = await newOrder(product)
      expect((await payUntilAnswered(order)).status).toBeLessThan(202)
      const { quantity, version } = (await product.seller.get(path)).body
      const more = { title: 'Teapot', price: 12.5, quantity: quantity + 1, version }
      // With a version, an edit applies to what was read or fails.
      if ((await product.seller.put(path, more)).status === 200) edits += 1
      return order
    }
    const limit = createLimit(8)
    const orders = await Promise.all(Array.from({ length: 200 }, () => limit(sellAndEdit)))
    for (const order of orders) await endsAs(order, 'Complete', LONG)
    expect(edits).toBeGreaterThan(0)
    await eventually(async () => {
      const { quantity, available } = (await product.seller.get(path)).body
      expect([quantity, available]).toEqual([300 + edits, 300 + edits])
    }, LONG)
  },
  LONG,
)
