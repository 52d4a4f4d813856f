import { expect, test } from 'bun:test'
import { keptRefunds } from '@shop/shared/contracts'
import fc from 'fast-check'
import { NOW, RUNS, SELLERS, after, history, newOrder } from './after-sale-history.ts'
import type { Refund } from './after-sale.ts'
import { counted, taken } from './given-back.ts'
import { refundSold } from './refund-sold.ts'
import { leftOf } from './refund.ts'

test('money that came back from the bank can be refunded again', () => {
  fc.assert(
    fc.property(newOrder, (order) => {
      const sellerId = order.items[0]?.sellerId ?? ''
      const money = { amount: 1, shipping: 0, restock: false, by: 'seller', at: NOW } as const
      const back: Refund = { id: 'r', sellerId, lines: [], status: 'Done', ...money }
      expect(leftOf({ ...order, refunds: [back] }, sellerId)).toBe(leftOf(order, sellerId) - 1)
      const lost = { ...back, reversed: true }
      expect(leftOf({ ...order, refunds: [lost] }, sellerId)).toBe(leftOf(order, sellerId))
    }),
  )
})

test('no more money is given back than was paid, in all and of each seller', () => {
  fc.assert(
    fc.property(history, ([first, done]) => {
      const order = after(first, done)
      const given = keptRefunds(order.refunds)
      const sum = given.reduce((all, { amount }) => all + amount, 0)
      expect(sum).toBeLessThanOrEqual(order.total)
      expect(given.reduce((all, { shipping }) => all + shipping, 0)).toBeLessThanOrEqual(
        order.shipping,
      )
      for (const { amount } of given) expect(amount).toBeGreaterThanOrEqual(0)
      for (const id of SELLERS) {
        const own = order.items.filter(({ sellerId }) => sellerId === id)
        const goods = own.reduce((all, { price, quantity }) => all + price * quantity, 0)
        const back = given.filter(({ sellerId }) => sellerId === id)
        expect(
          back.reduce((all, { amount, shipping }) => all + amount - shipping, 0),
        ).toBeLessThanOrEqual(goods)
      }
    }),
    RUNS,
  )
})

test('no more of a line is given back than was bought', () => {
  fc.assert(
    fc.property(history, ([first, done]) => {
      const order = after(first, done)
      const held = taken(order)
      for (const { productId, quantity } of order.items)
        expect(held.get(productId) ?? 0).toBeLessThanOrEqual(quantity)
    }),
    RUNS,
  )
})

test('a return that is being refunded has one refund that did not fail, or only failed ones; a refunded one has its refund', () => {
  fc.assert(
    fc.property(history, ([first, done]) => {
      const { returns, refunds } = after(first, done)
      for (const { id, status } of returns) {
        const own = refunds.filter(({ key }) => key === id)
        const live = counted(own)
        if (status === 'Refunding') expect(own.length).toBeGreaterThan(0)
        if (status === 'Refunded') expect(live.map((refund) => refund.status)).toEqual(['Done'])
        expect(live.length).toBeLessThanOrEqual(1)
      }
    }),
    RUNS,
  )
})

test('everything in a cancelled parcel is in a refund, perhaps a failed one', () => {
  fc.assert(
    fc.property(history, ([first, done]) => {
      const order = after(first, done)
      const parts = order.refunds.flatMap(({ lines }) => lines)
      for (const { sellerId, status } of order.parcels)
        if (status === 'Cancelled')
          for (const line of order.items.filter((each) => each.sellerId === sellerId)) {
            const back = parts.filter(({ productId }) => productId === line.productId)
            const sum = back.reduce((all, { quantity }) => all + quantity, 0)
            expect(sum).toBeGreaterThanOrEqual(line.quantity)
          }
    }),
    RUNS,
  )
})

test('shipping is given back with the last line, and only then', () => {
  fc.assert(
    fc.property(newOrder, (order) => {
      let current = order
      for (const [n, { productId, quantity, sellerId }] of order.items.entries()) {
        expect(current.refunds.every(({ shipping }) => shipping === 0)).toBe(true)
        const body = { lines: [{ productId, quantity }], reason: 'cannot-send' as const }
        const request = { key: String(n), body: '' }
        const { events: _, ...fields } = refundSold(
          current,
          sellerId,
          { body, by: 'seller', request },
          NOW,
        ) ?? { events: [] }
        current = { ...current, ...fields }
      }
      const sum = current.refunds.reduce((all, { amount }) => all + amount, 0)
      expect(sum).toBe(order.total)
      expect(current.parcels.every(({ status }) => status === 'Cancelled')).toBe(true)
    }),
  )
})
