import { expect, test } from 'bun:test'
import { initialQuantity } from './initial-quantity.ts'
import type { PublishedProduct } from './log.ts'

const event = (version: number, quantity: number, correlationId = 'seller'): PublishedProduct => {
  const fields = { title: 'Teapot', price: 1250, available: quantity, archived: false }
  return { ...fields, version, quantity, correlationId }
}
const checkouts = new Set(['checkout'])

test('is the quantity of the first version, whatever was sold or restocked since', () => {
  const events = [event(3, 12), event(0, 10), event(1, 9, 'checkout'), event(2, 9)]
  expect(initialQuantity(events, [3], checkouts)).toBe(10)
})

test('is unknown when the log does not begin with the first version', () => {
  expect(initialQuantity([], [], checkouts)).toBeUndefined()
  expect(initialQuantity([event(1, 10)], [], checkouts)).toBeUndefined()
})

test('is unknown after an edit of the quantity, which the stock ledger does not record', () => {
  expect(initialQuantity([event(0, 10), event(1, 12)], [], checkouts)).toBeUndefined()
  expect(
    initialQuantity([event(0, 10), event(1, 12), event(2, 14)], [2], checkouts),
  ).toBeUndefined()
  expect(initialQuantity([event(0, 10), event(1, 12), event(2, 14)], [2, 2], checkouts)).toBe(10)
})
