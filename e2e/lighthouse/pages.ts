import { ADDRESS } from '../fixtures/address.ts'
import { Visitor } from '../fixtures/visitor.ts'
import { StackFailure } from '../stack/system/failure.ts'

const LINES = 3

export interface Page {
  name: string
  path: string
}

/** The measured pages, and the session of a guest with a cart, a paid and an unpaid order. */
export async function preparePages(): Promise<{ pages: Page[]; cookie: string }> {
  const guest = new Visitor()
  await must(guest.post('/api/users/guest', {}))
  const { items } = await must(guest.get('/api/products?inStock=1&limit=30'))
  const lines = (items as { id: string }[])
    .slice(0, LINES)
    .map(({ id }) => ({ productId: id, quantity: 1 }))
  const place = () =>
    must(guest.post('/api/orders', { items: lines, email: 'ana@example.com', address: ADDRESS }))
  const paid = await place()
  await must(guest.post('/api/payments', { orderId: paid.id, token: 'tok_visa' }))
  const unpaid = await place()
  for (const line of lines) await must(guest.post('/api/cart/items', line))
  return {
    cookie: guest.cookie,
    pages: [
      { name: 'home', path: '/' },
      { name: 'product', path: `/products/${lines[0]?.productId}` },
      { name: 'cart', path: '/cart' },
      { name: 'checkout', path: `/checkout/${unpaid.id}` },
      { name: 'order', path: `/orders/${paid.id}` },
    ],
  }
}

async function must(response: ReturnType<Visitor['get']>) {
  const { status, body } = await response
  if (status >= 300) throw new StackFailure(`the shop responses ${status}: ${JSON.stringify(body)}`)
  return body
}
