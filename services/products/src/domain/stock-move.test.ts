import { expect, test } from 'bun:test'
import { MAX_STOCK } from '@shop/shared/contracts'
import fc from 'fast-check'
import { moveRefusal, newestMoves, openingOf, type StockMove } from './stock-move.ts'

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

const ID = '64b7f0c2a1b2c3d4e5f60703'
const moves = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -2, max: 20 }), fc.nat(999)), { selector: ([, n]) => n })
  .map((each) =>
    each.map(([version, n]): StockMove => {
      const id = String(n).padStart(24, '0')
      return {
        id,
        productId: ID,
        delta: n - 500,
        reason: 'count',
        at: new Date(),
        after: 0,
        version,
      }
    }),
  )

test('pages of any size hold every entry once, the newest first', () => {
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: 5 }), (all, size) => {
      const seen: StockMove[] = []
      for (;;) {
        const page = newestMoves([...all, ...all.slice(1)], size, seen.at(-1) ?? null)
        if (page.length === 0) break
        seen.push(...page)
      }
      expect(seen).toHaveLength(all.length)
      const versions = seen.map(({ version }) => version)
      expect(versions).toEqual(versions.toSorted((a, b) => b - a))
    }),
  )
})

test('an opening entry makes the entries up to the version that was read add up', () => {
  fc.assert(
    fc.property(moves, fc.nat(1000), fc.nat(20), (all, quantity, version) => {
      const product = { id: ID, quantity, version, userId: ID }
      const opening = openingOf(product, all, new Date())
      const until = [...all, opening].filter((move) => move.version <= version)
      expect(until.reduce((sum, { delta }) => sum + delta, 0)).toBe(quantity)
      expect(openingOf(product, [...all, opening], new Date()).delta).toBe(0)
    }),
  )
})
