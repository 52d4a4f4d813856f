import { expect, test } from 'bun:test'
import { CONFLICT, retryOnConflict } from './retry-on-conflict.ts'

test('an attempt that loses is repeated until it succeeds', async () => {
  const attempts: boolean[] = []
  const result = await retryOnConflict(async (isFirst) => {
    attempts.push(isFirst)
    return attempts.length < 4 ? CONFLICT : 'written'
  })
  expect(result).toBe('written')
  expect(attempts).toEqual([true, false, false, false])
})

test('an error is not retried', async () => {
  let attempts = 0
  const failing = retryOnConflict(async () => {
    attempts += 1
    throw new Error('no')
  })
  expect(failing).rejects.toThrow('no')
  await failing.catch(() => {})
  expect(attempts).toBe(1)
})
