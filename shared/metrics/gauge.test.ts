import { afterEach, expect, test } from 'bun:test'
import { register } from 'prom-client'
import { gauge } from './index.ts'

const NAMES = ['test_readable', 'test_unreadable', 'test_plain', 'test_slow']

afterEach(() => {
  for (const name of NAMES) register.removeSingleMetric(name)
})

test('a gauge that cannot be read has no value, and the other metrics are served', async () => {
  gauge('test_readable', 'Works', [], async (set) => set({}, 1))
  gauge('test_unreadable', 'Fails', ['state'], async (set) => {
    set({ state: 'half' }, 1)
    throw new Error('the database is down')
  })
  gauge('test_plain', 'Fails', [], () => Promise.reject(new Error('the database is down')))
  const text = await register.metrics()
  expect(text).toMatch(/^test_readable 1$/m)
  expect(text).not.toMatch(/^test_(?:unreadable|plain)/m)
})

test('a gauge that does not respond has no value, until it does', async () => {
  const { promise: response, resolve } = Promise.withResolvers<void>()
  gauge('test_slow', 'Waits', [], async (set) => {
    await response
    set({}, 2)
  })
  gauge('test_readable', 'Works', [], async (set) => set({}, 1))
  const text = await register.metrics()
  expect(text).toMatch(/^test_readable 1$/m)
  expect(text).not.toMatch(/^test_slow/m)
  resolve()
  expect(await register.metrics()).toMatch(/^test_slow 2$/m)
})
