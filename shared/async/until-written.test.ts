import { expect, test } from 'bun:test'
import { AGAIN, untilWritten } from './until-written.ts'

test('an attempt that loses is repeated until it succeeds', async () => {
  const attempts: boolean[] = []
  const result = await untilWritten(async (isFirst) => {
    attempts.push(isFirst)
    return attempts.length < 4 ? AGAIN : 'written'
  })
  expect(result).toBe('written')
  expect(attempts).toEqual([true, false, false, false])
})

test('an error is not retried', async () => {
  let attempts = 0
  const failing = untilWritten(async () => {
    attempts += 1
    throw new Error('no')
  })
  expect(failing).rejects.toThrow('no')
  await failing.catch(() => {})
  expect(attempts).toBe(1)
})
