import { expect, test } from 'bun:test'
import { register } from 'prom-client'
import { gauge } from './index.ts'

test('a gauge that cannot be read has no value, and the other metrics are served', async () => {
  gauge('test_readable', 'Works', [], async (set) => set({}, 1))
  gauge('test_unreadable', 'Fails', ['state'], async (set) => {
    set({ state: 'half' }, 1)
    throw new Error('the database is down')
  })
  const text = await register.metrics()
  expect(text).toMatch(/^test_readable 1$/m)
  expect(text).not.toMatch(/^test_unreadable/m)
  for (const name of ['test_readable', 'test_unreadable']) register.removeSingleMetric(name)
})
