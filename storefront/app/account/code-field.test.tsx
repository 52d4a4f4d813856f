import { afterEach, expect, test } from 'bun:test'
import { render, screen, waitFor } from '@testing-library/react'
import type { FormFault } from '../forms/parse-form.ts'
import { CodeField } from './code-field.tsx'
import { useLinkCode } from './use-link-code.ts'

const CODE = '64b7f0c2a1b2c3d4e5f60707.Zm9yIGV4YW1wbGUgb25seQ'

function Page({ fault }: { fault?: FormFault }) {
  return (
    <form aria-label="page">
      <CodeField code={useLinkCode()} fault={fault} />
    </form>
  )
}

const field = () => screen.queryByLabelText('Code from your email')
const sent = () => new FormData(screen.getByRole<HTMLFormElement>('form')).get('token')

afterEach(() => history.replaceState(null, '', '/'))

test('the code of a link is sent without a field and leaves the address', async () => {
  history.replaceState(null, '', `/auth/reset?from=mail#${CODE}`)
  render(<Page />)
  await waitFor(() => expect(sent()).toBe(CODE))
  expect(field()).toBeNull()
  expect([location.search, location.hash]).toEqual(['?from=mail', ''])
})

test.each(['', '#main', '#password'])('without a code in %p there is a field for it', (hash) => {
  history.replaceState(null, '', `/auth/reset${hash}`)
  render(<Page />)
  expect(field()).not.toBeNull()
  expect(location.hash).toBe(hash)
})

test('a refused code of a link is shown with its error', async () => {
  history.replaceState(null, '', `/auth/verify#${CODE}`)
  render(<Page fault={{ fields: { token: 'Expired' }, values: { token: CODE } }} />)
  await waitFor(() => expect(location.hash).toBe(''))
  const input = screen.getByDisplayValue(CODE)
  expect(input).toBe(screen.getByRole('textbox'))
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('Expired')).toBeDefined()
})
