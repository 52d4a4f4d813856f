import { expect, test } from 'bun:test'
import { firstQuantity } from './first-quantity.ts'
import type { PublishedProduct } from './log.ts'

const told = (version: number, quantity: number, correlationId = 'seller'): PublishedProduct => {
  const fields = { title: 'Teapot', price: 1250, available: quantity, archived: false }
  return { ...fields, version, quantity, correlationId }
}
const checkouts = new Set(['checkout'])

test('it is what the first version tells, whatever was sold since and came into the ledger', () => {
  const events = [told(3, 12), told(0, 10), told(1, 9, 'checkout'), told(2, 9)]
  expect(firstQuantity(events, [3], checkouts)).toBe(10)
})

test('it is unknown when the log does not begin with the first version', () => {
  expect(firstQuantity([], [], checkouts)).toBeUndefined()
  expect(firstQuantity([told(1, 10)], [], checkouts)).toBeUndefined()
})

test('it means nothing after an edit of the quantity, which no ledger has', () => {
  expect(firstQuantity([told(0, 10), told(1, 12)], [], checkouts)).toBeUndefined()
  expect(firstQuantity([told(0, 10), told(1, 12), told(2, 14)], [2], checkouts)).toBeUndefined()
  expect(firstQuantity([told(0, 10), told(1, 12), told(2, 14)], [2, 2], checkouts)).toBe(10)
})
