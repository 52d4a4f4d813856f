import { expect, test } from 'bun:test'
import { deliveryTimes } from './delivery-times.ts'

const NOW = 1_000_000

test.each([
  [null, [NOW]],
  [{ kind: 'drop', ms: 500 }, []],
  [{ kind: 'duplicate', ms: 500 }, [NOW, NOW]],
  [{ kind: 'delay', ms: 500 }, [NOW + 500]],
] as const)('%j sends at %j', (fault, times) => {
  expect(deliveryTimes(fault, NOW)).toEqual([...times])
})

test('events that are shuffled are sent in no order within the time given', () => {
  const shuffle = { kind: 'shuffle', ms: 500 } as const
  const times = Array.from({ length: 200 }, () => deliveryTimes(shuffle, NOW)).flat()
  expect(times).toHaveLength(200)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(NOW)
  expect(Math.max(...times)).toBeLessThan(NOW + 500)
  expect(times).not.toEqual(times.toSorted((one, other) => one - other))
})
