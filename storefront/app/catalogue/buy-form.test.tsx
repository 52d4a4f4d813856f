import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BuyForm } from './buy-form.tsx'

function renderForm(fields: { available?: number; archived?: boolean }) {
  const product = {
    id: '0123456789abcdef01234567',
    title: 'Cup',
    available: 5,
    archived: false,
    category: 'kitchen' as const,
    ...fields,
  }
  const Stub = createRemixStub([{ path: '/', Component: () => <BuyForm product={product} /> }])
  render(<Stub />)
}

test.each([
  [140, '99'],
  [3, '3'],
])('of %d in stock, at most %s can be chosen', async (available, most) => {
  renderForm({ available })
  const field = await screen.findByRole<HTMLInputElement>('spinbutton', { name: 'Quantity' })
  await userEvent.clear(field)
  await userEvent.type(field, '120')
  await userEvent.tab()
  expect(field.value).toBe(most)
  const more = screen.getByRole('button', { name: 'One more of Cup' })
  expect(more.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(more)
  expect(field.value).toBe(most)
})

test.each([{ available: 0 }, { archived: true }])(
  'what cannot be bought has no button to buy it: %j',
  async (fields) => {
    renderForm(fields)
    const link = await screen.findByRole('link', { name: 'See similar products' })
    expect(link.getAttribute('href')).toBe('/?category=kitchen')
    expect(screen.queryByRole('button', { name: 'Add to cart' })).toBeNull()
  },
)
