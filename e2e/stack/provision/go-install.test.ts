import { expect, test } from 'bun:test'
import { collectorSettings } from './go-install.ts'

test('the compiler skips garbage collection only where each of its processes has room', () => {
  expect(collectorSettings(16, 2)).toEqual({ GOGC: 'off', GOMEMLIMIT: '4096MiB' })
  expect(collectorSettings(16, 8)).toEqual({})
  expect(collectorSettings(4, 2)).toEqual({})
})
