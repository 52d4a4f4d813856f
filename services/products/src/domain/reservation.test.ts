import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { MOVES, RESERVATION_STATES, shortagesOf, toLines, type StockView } from './reservation.ts'

const ids = ['a', 'B', 'c', 'D'].map((letter) => letter.repeat(24))
const line = fc.record({ productId: fc.constantFrom(...ids), quantity: fc.nat(5) })
const view = (available: number): StockView => ({
  available,
  archived: false,
  settled: 0,
  isHeld: false,
})

test('lines of one product are merged, and sorted by id', () => {
  fc.assert(
    fc.property(fc.array(line), (items) => {
      const lines = toLines(items)
      const products = lines.map(({ productId }) => productId)
      expect(products).toEqual([...new Set(products)].toSorted())
      for (const { productId, quantity } of lines) {
        const same = items.filter((item) => item.productId.toLowerCase() === productId)
        expect(quantity).toBe(same.reduce((sum, item) => sum + item.quantity, 0))
        expect(quantity).toBeGreaterThan(0)
      }
    }),
  )
})

test('a line is short if it is not held and less than wanted is available', () => {
  const lines = ['a', 'b', 'c', 'd'].map((productId) => ({ productId, quantity: 2 }))
  const stock = new Map([
    ['a', view(2)],
    ['b', view(1)],
    ['c', { ...view(0), isHeld: true }],
  ])
  expect(shortagesOf(lines, stock)).toEqual([
    { productId: 'b', wanted: 2, available: 1 },
    { productId: 'd', wanted: 2, available: 0 },
  ])
})

test('an archived product has no stock to claim', () => {
  const stock = new Map([['a', { ...view(9), archived: true }]])
  const lines = [{ productId: 'a', quantity: 1 }]
  expect(shortagesOf(lines, stock)).toEqual([{ productId: 'a', wanted: 1, available: 0 }])
})

test('three states are final, and every reservation can reach one of them', () => {
  const moves = Object.values(MOVES)
  const stepsFrom = (state: string) => moves.filter(({ from }) => from.some((f) => f === state))
  const finals = RESERVATION_STATES.filter((state) => stepsFrom(state).length === 0)
  expect(finals.toSorted()).toEqual(['Committed', 'Rejected', 'Released'])
  const longest = (state: string): number =>
    1 + Math.max(-1, ...stepsFrom(state).map(({ to }) => longest(to)))
  expect(longest('Reserving')).toBe(3)
})

test('goods that are being sold are never released, and vice versa', () => {
  const targetsOf = (state: string) =>
    Object.values(MOVES)
      .filter(({ from }) => from.some((f) => f === state))
      .map(({ to }) => to)
  expect(targetsOf('Committing')).toEqual(['Committed'])
  expect(targetsOf('Releasing').toSorted()).toEqual(['Rejected', 'Released'])
})
