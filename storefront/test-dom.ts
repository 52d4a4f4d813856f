import { afterEach, beforeEach, expect, spyOn } from 'bun:test'
import { GlobalRegistrator } from '@happy-dom/global-registrator'

GlobalRegistrator.register({ url: 'https://ecommerce.local/' })

const { cleanup } = await import('@testing-library/react')

// React warns by console.error: equal keys, unknown attributes, updates outside of act.
let errors = spyOn(console, 'error')
beforeEach(() => {
  errors = spyOn(console, 'error')
})
afterEach(() => {
  cleanup()
  expect(errors).not.toHaveBeenCalled()
  errors.mockRestore()
})
