import { expect, test } from 'bun:test'
import type { Figure } from '../figure.ts'
import { inTurn } from './rounds.ts'

test('two sides are measured in turn, and the rounds of each become one figure', async () => {
  const order: string[] = []
  const measure = async (side: string): Promise<Figure[]> => {
    const value = order.push(side)
    return [{ name: 'p50', unit: 'ms', samples: [{ value, loadAverage: 1, stealPercent: 0 }] }]
  }
  const [first, second] = await inTurn(['a', 'b'], 2, measure)
  expect(order).toEqual(['a', 'b', 'a', 'b'])
  expect(first[0]?.samples.map(({ value }) => value)).toEqual([1, 3])
  expect(second[0]?.samples.map(({ value }) => value)).toEqual([2, 4])
})
