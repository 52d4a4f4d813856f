import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import { render, screen } from '@testing-library/react'
import { ProductCard } from './product-card.tsx'

function renderCard(available: number) {
  const product = {
    id: '0123456789abcdef01234567',
    title: 'Cup',
    price: 12.5,
    available,
    imageUrl: null,
    userId: '0123456789abcdef01234568',
    archived: false,
  }
  const Component = () => <ProductCard product={product} position={0} />
  const Stub = createRemixStub([{ path: '/', Component }])
  render(<Stub />)
}

test.each([
  [6, 'Add Cup to cart', null],
  [5, 'Add Cup to cart', 'Only 5 left'],
  [0, null, 'Sold out'],
])('of %d in stock, a card has the button %s and the note %s', async (available, button, note) => {
  renderCard(available)
  await screen.findByText('$12.50')
  const labels = screen.queryAllByRole('button').map((each) => each.getAttribute('aria-label'))
  expect(labels).toEqual(button === null ? [] : [button])
  expect(screen.queryByText(/left|Sold out/)?.textContent ?? null).toBe(note)
})
