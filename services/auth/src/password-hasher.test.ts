import { expect, test } from 'bun:test'
import { ShopError } from '@shop/shared/contracts'
import { createPasswordHasher } from './password-hasher.ts'

test('passwords wait in a bounded line; whoever finds it full is told to come again', async () => {
  const { verify } = createPasswordHasher()
  const room = navigator.hardwareConcurrency + 32
  const flood = Array.from({ length: room + 20 }, () => verify('correct horse'))
  const outcomes = await Promise.allSettled(flood)
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(room)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') {
      expect(outcome.reason).toBeInstanceOf(ShopError)
      expect(outcome.reason.code).toBe('too-many-requests')
      expect(outcome.reason.details.headers).toEqual({ 'retry-after': '5' })
    }
}, 60_000)
