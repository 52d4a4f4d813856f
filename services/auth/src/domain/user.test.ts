import { expect, test } from 'bun:test'
import { guestIdOf, isStale } from './user.ts'

test('a token is stale after 15 minutes', () => {
  expect(isStale(1000, 1000 + 900)).toBe(false)
  expect(isStale(1000, 1000 + 901)).toBe(true)
})

test('only guests have a guest id to take over', () => {
  expect(guestIdOf(null)).toBeUndefined()
  expect(guestIdOf({ sub: 'a', role: 'user' })).toBeUndefined()
  expect(guestIdOf({ sub: 'a', role: 'guest' })).toBe('a')
})
