import { eventually, newId } from '@shop/shared/testing'
import { ADDRESS } from '../fixtures/address.ts'
import { Visitor, type ShopResponse } from '../fixtures/visitor.ts'
import { PRODUCTS, VIEWS, pictureFile } from '../stack/seed/catalogue.ts'

export const PLAIN = { title: 'Birdhouse, unpainted', price: 18, quantity: 6, category: 'garden' }

export async function member(name?: string): Promise<Visitor> {
  const visitor = new Visitor()
  const email = `${name?.split(' ')[0]?.toLowerCase() ?? 'new'}-${newId().slice(-6)}@example.com`
  await must(visitor.post('/api/users/signup', { email, password: newId() }))
  if (name !== undefined) await must(visitor.put('/api/users/profile', { name }))
  return visitor
}

export async function idOf(visitor: Visitor): Promise<string> {
  return (await must(visitor.get('/api/users/currentuser'))).body.currentUser.id
}

/** Imports a file; returns the page of its result. */
export async function importFile(seller: Visitor): Promise<string> {
  const csv = 'title,price,quantity\nMug,12.50,3\nMug,12.50,8\n'
  const key = { 'idempotency-key': newId() }
  const { body } = await must(seller.post('/api/products/import', { csv }, key))
  return `/sell/products/import?id=${body.id}`
}

export async function guestWith(products: string[]): Promise<Visitor> {
  const visitor = new Visitor()
  await must(visitor.post('/api/users/guest', {}))
  await fillCart(visitor, products)
  return visitor
}

async function fillCart(visitor: Visitor, products: string[]): Promise<void> {
  for (const productId of products)
    await eventually(() => must(visitor.post('/api/cart/items', { productId, quantity: 3 })))
}

export function demoProduct(picture: string) {
  const demo = PRODUCTS.find((each) => each.picture === picture)
  if (demo === undefined) throw new Error(`the demo catalogue has no ${picture}`)
  return demo
}

export async function createProduct(
  seller: Visitor,
  picture: string,
  quantity: number,
): Promise<string> {
  const demo = demoProduct(picture)
  const { picture: _picture, ...fields } = demo
  const { body } = await must(seller.post('/api/products', { ...fields, quantity }))
  for (const [view, alt] of VIEWS.entries()) {
    const form = new FormData()
    form.append('alt', `${demo.title}, ${alt}`)
    form.append('image', pictureFile(demo, view))
    await must(seller.sendForm('POST', `/api/products/${body.id}/images`, form))
  }
  return body.id
}

export async function buy(buyer: Visitor, products: string[], token?: string): Promise<string> {
  const items = products.map((productId) => ({ productId, quantity: 1 }))
  const isGuest =
    (await must(buyer.get('/api/users/currentuser'))).body.currentUser.role === 'guest'
  const { body } = await eventually(() =>
    must(
      buyer.post('/api/orders', {
        items,
        address: ADDRESS,
        ...(isGuest && { email: 'ana@example.com' }),
      }),
    ),
  )
  if (token === undefined) return body.id
  await must(buyer.post('/api/payments', { token, orderId: body.id }))
  await eventually(async () => {
    const { status } = (await must(buyer.get(`/api/orders/${body.id}`))).body
    if (status !== 'Complete') throw new Error(`the order is still ${status}`)
  })
  return body.id
}

export async function must(pending: Promise<ShopResponse>): Promise<ShopResponse> {
  const response = await pending
  if (response.status >= 400)
    throw new Error(`the shop returned ${response.status}: ${JSON.stringify(response.body)}`)
  return response
}
