import { expect, test } from 'bun:test'
import { inOrder } from './timeline.ts'

test('a timeline is in the order of its steps, whatever order its events arrived in', () => {
  const at = new Date(0)
  const steps = ['placed', 'authorized', 'reserved', 'complete'] as const
  const shuffled = steps.toReversed().map((what) => ({ at, what }))
  expect(inOrder(shuffled).map(({ what }) => what)).toEqual([...steps])
})
