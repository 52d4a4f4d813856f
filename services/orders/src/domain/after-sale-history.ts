import fc from 'fast-check'
import type { Change, PaidOrder } from './after-sale.ts'
import { giveBack } from './give-back.ts'
import { newParcels, receive, send } from './parcel.ts'
import { recordOutcome } from './refund-outcome.ts'
import { refundSold } from './refund-sold.ts'
import { askAgain } from './refund.ts'
import { answerReturn, refundReturn } from './return.ts'

export const SELLERS = ['a', 'b']
const PRODUCTS = ['p0', 'p1', 'p2', 'p3']
export const NOW = new Date('2026-12-01T10:00:00Z')

export const newOrder = fc
  .array(
    fc.record({
      price: fc.integer({ min: 1, max: 5000 }),
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .chain((lines) =>
    fc.constantFrom(0, 490).map((shipping): PaidOrder => {
      const items = lines.map(({ price, quantity }, index) => ({
        productId: PRODUCTS[index] ?? '',
        title: 'Teapot',
        price,
        quantity,
        sellerId: SELLERS[index % 2] ?? '',
        picture: null,
      }))
      const goods = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
      return {
        _id: 'o',
        status: 'Complete',
        items,
        shipping,
        total: goods + shipping,
        parcels: newParcels(items, true),
        returns: [],
        refunds: [],
      }
    }),
  )

export type Act = (order: PaidOrder, key: string) => Change | null

const seller = fc.constantFrom(...SELLERS)
const part = fc.record({
  productId: fc.constantFrom(...PRODUCTS),
  quantity: fc.integer({ min: 1, max: 4 }),
})
const someParts = fc.array(part, { minLength: 1, maxLength: 3 })
const index = fc.nat({ max: 5 })

const acts: fc.Arbitrary<Act> = fc.oneof(
  someParts.map(
    (lines): Act =>
      (order, key) =>
        giveBack(order, { lines, reason: 'withdrawal', request: { key, body: '' } }, NOW),
  ),
  seller.map(
    (id): Act =>
      (order) =>
        send(order, id, { carrier: 'dhl' }, NOW),
  ),
  seller.map(
    (id): Act =>
      (order) =>
        receive(order, id, NOW),
  ),
  fc.tuple(index, fc.constantFrom('accepted', 'refused')).map(([n, answer]): Act => (order) => {
    const one = order.returns[n]
    return one ? answerReturn(order, one, { answer, note: 'x' }, NOW) : null
  }),
  fc.tuple(index, fc.boolean()).map(([n, restock]): Act => (order) => {
    const one = order.returns[n]
    return one ? refundReturn(order, one, { restock, by: 'seller' }, NOW) : null
  }),
  fc.tuple(seller, someParts).map(([id, lines]): Act => (order, key) => {
    const body = { lines, restock: true, reason: 'other' } as const
    return refundSold(order, id, { body, by: 'seller', request: { key, body: '' } }, NOW)
  }),
  fc.tuple(seller, fc.integer({ min: 1, max: 9000 })).map(([id, amount]): Act => (order, key) => {
    const body = { amount: amount / 100, reason: 'goodwill' } as const
    return refundSold(order, id, { body, by: 'seller', request: { key, body: '' } }, NOW)
  }),
  fc
    .tuple(index, fc.constantFrom('done', 'failed', 'reversed'))
    .map(([n, status]): Act => (order) => {
      const one = order.refunds[n]
      // A success after a failure, even one that came back: payments lowers the refund that replaced it.
      return one && !(one.status === 'Failed' && status !== 'failed')
        ? recordOutcome(order, { id: one.id, status, amount: one.amount }, NOW)
        : null
    }),
  index.map((n): Act => (order) => {
    const one = order.refunds[n]
    return one ? askAgain(order, one, NOW) : null
  }),
)

/** The order after some acts; those that the rules refuse change nothing. */
export function after(order: PaidOrder, done: Act[]): PaidOrder {
  let current = order
  for (const [n, act] of done.entries()) {
    try {
      const { events: _, entries: __, ...fields } = act(current, String(n)) ?? { events: [] }
      current = { ...current, ...fields }
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ShopError') throw error
    }
  }
  return current
}

export const history = fc.tuple(newOrder, fc.array(acts, { maxLength: 25 }))
export const RUNS = { numRuns: 3000 }
