import { afterEach, beforeEach, expect, spyOn } from 'bun:test'
import { GlobalRegistrator } from '@happy-dom/global-registrator'

GlobalRegistrator.register({ url: 'https://ecommerce.local/' })

const { cleanup } = await import('@testing-library/react')

// React reports equal keys, unknown attributes and the like by console.error.
let errors = spyOn(console, 'error')
beforeEach(() => {
  errors = spyOn(console, 'error')
})
afterEach(() => {
  cleanup()
  const calls = [...errors.mock.calls]
  errors.mockRestore()
  expect(calls).toEqual([])
})
