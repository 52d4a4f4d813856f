import { expect, test } from 'bun:test'
import { Wakeable } from './wakeable.ts'

const FOREVER_MS = 60_000

test('a pause ends when woken, or after its time', async () => {
  const wakeable = new Wakeable()
  const pause = wakeable.pause(FOREVER_MS)
  wakeable.wake()
  expect(await pause).toBe(true)
  expect(await wakeable.pause(1)).toBe(false)
})

test('a wake between two pauses ends the next one, once', async () => {
  const wakeable = new Wakeable()
  wakeable.wake()
  wakeable.wake()
  expect(await wakeable.pause(FOREVER_MS)).toBe(true)
  expect(await wakeable.pause(1)).toBe(false)
})
