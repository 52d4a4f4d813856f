import { expect, test } from 'bun:test'
import { RecentStates } from './recent-states.ts'

test('the last state of each of the last 1000 payments is known', () => {
  const states = new RecentStates()
  for (let n = 0; n < 1000; n += 1) states.set(`order ${n}`, 'Authorized')
  states.set('order 0', 'Captured')
  states.set('order 1000', 'Authorized')
  expect(states.get('order 0')).toBe('Captured')
  expect(states.get('order 1')).toBeUndefined()
  expect(states.get('order 2')).toBe('Authorized')
})
