import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { FormFault } from '../forms/parse-form.ts'
import { CartLine } from './line.tsx'
import type { CartItem } from './lines.ts'

const item: CartItem = {
  productId: '0123456789abcdef01234567',
  quantity: 2,
  title: 'Cup',
  price: 10,
  seenPrice: 10,
  imageUrl: null,
  available: 5,
}

function renderLine(line: CartItem, act: (form: FormData) => Promise<FormFault | null>) {
  const Stub = createRemixStub([
    { path: '/', Component: () => <CartLine item={line} /> },
    { path: '/cart', action: async ({ request }) => act(await request.formData()) },
  ])
  render(<Stub />)
}

test('a new quantity shows at once, and reverts with a reason when it is refused', async () => {
  const { promise, resolve } = Promise.withResolvers<FormFault | null>()
  const submitted: unknown[] = []
  renderLine(item, (form) => {
    submitted.push(form.get('quantity'))
    return promise
  })
  await userEvent.click(await screen.findByRole('button', { name: 'One more of Cup' }))
  await screen.findByText('$30.00')
  resolve({ fields: {}, values: {}, message: 'Too many' })
  await screen.findByText('Too many')
  await screen.findByText('$20.00')
  expect(submitted).toEqual(['3'])
})

test('a removed line disappears at once', async () => {
  renderLine(item, () => new Promise(() => {}))
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Cup' }))
  await waitFor(() => expect(screen.queryByText('Cup')).toBeNull())
})

test('a line with too little stock offers what is left', async () => {
  const submitted: unknown[] = []
  renderLine({ ...item, available: 1, drift: 'short' }, async (form) => {
    submitted.push(form.get('quantity'))
    return null
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Change to 1' }))
  await waitFor(() => expect(submitted).toEqual(['1']))
})

test.each([
  [12.5, 'Price went up'],
  [7.5, 'Price went down'],
])(
  'a price that is now %d is shown with the one before, and can be accepted',
  async (price, title) => {
    const submitted: unknown[] = []
    renderLine({ ...item, price, drift: 'price' }, async (form) => {
      submitted.push(form.get('quantity'))
      return null
    })
    const now = `$${price.toFixed(2)}`
    await screen.findByText(title)
    expect(screen.queryByText(`Was $10.00, now ${now}.`)).not.toBeNull()
    expect(screen.queryByText(`${now} each`)).not.toBeNull()
    await userEvent.click(screen.getByRole('button', { name: `Accept ${now}` }))
    await waitFor(() => expect(submitted).toEqual(['2']))
  },
)

test('a sold-out line can only be removed', async () => {
  renderLine({ ...item, available: 0, drift: 'gone' }, async () => null)
  await screen.findByText('Sold out')
  expect(screen.queryByRole('spinbutton')).toBeNull()
  await screen.findByRole('button', { name: 'Remove Cup' })
})
