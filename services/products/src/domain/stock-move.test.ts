import { expect, test } from 'bun:test'
import { MAX_STOCK } from '@shop/shared/contracts'
import fc from 'fast-check'
import { moveRefusal } from './stock-move.ts'

const stock = fc
  .tuple(fc.nat(MAX_STOCK / 2), fc.nat(MAX_STOCK / 2))
  .map(([held, available]) => ({ available, quantity: held + available }))

test('stock changes within what is available and the maximum', () => {
  const delta = fc.integer({ min: -MAX_STOCK, max: MAX_STOCK })
  fc.assert(
    fc.property(stock, delta, (now, by) => {
      const isTooMuch = now.quantity + by > MAX_STOCK
      const isHeld = now.available + by < 0
      const expected = isTooMuch ? 'validation' : isHeld ? 'stock-held' : undefined
      expect(moveRefusal(now, by)?.code).toBe(expected)
    }),
  )
})

test('the bounds themselves can be reached', () => {
  const now = { quantity: 10, available: 4 }
  expect(moveRefusal(now, -4)).toBeNull()
  expect(moveRefusal(now, -5)?.message).toBe('Only 4 available; 6 are reserved for orders')
  expect(moveRefusal(now, MAX_STOCK - 10)).toBeNull()
  expect(moveRefusal(now, MAX_STOCK - 9)?.details.errors?.[0]?.field).toBe('delta')
})
