import { eventually, newId, newUser } from '@shop/shared/testing'
import { ADDRESS } from '../fixtures/address.ts'
import { Visitor, type ShopResponse } from '../fixtures/visitor.ts'
import { PRODUCTS, VIEWS, pictureFile } from '../stack/seed/catalogue.ts'

const PLAIN = { title: 'Birdhouse, unpainted', price: 18, quantity: 6, category: 'garden' }

/** Creates the people of the screenshots and their data. */
export async function createCast() {
  const seller = await member('Mara Lind Ceramics')
  const teapot = await createProduct(seller, 'teapot', 14)
  const cactus = await createProduct(seller, 'cactus', 4)
  const violin = await createProduct(seller, 'violin', 9)
  const camera = await createProduct(seller, 'camera', 0)
  const bouquet = await createProduct(seller, 'bouquet', 40)
  const radio = await createProduct(seller, 'radio', 30)
  const plain = await must(seller.post('/api/products', PLAIN))

  const guest = await guestWith([bouquet, radio, plain.body.id])
  const surprised = await guestWith([teapot, cactus, violin])
  const paying = await guestWith([bouquet, radio])
  const buyer = await member('Ana Moreno')
  const orders = {
    complete: await buy(buyer, [teapot, cactus, plain.body.id], 'tok_visa'),
    cancelled: await buy(buyer, [violin]),
    unpaid: await buy(buyer, [teapot]),
  }
  await must(buyer.delete(`/api/orders/${orders.cancelled}`))
  const guestOrder = await buy(paying, [bouquet, radio])
  await must(
    seller.put(`/api/products/${teapot}`, { title: demoProduct('teapot').title, price: 44 }),
  )
  await must(seller.post(`/api/products/${cactus}/stock`, { delta: -2, reason: 'damage' }))
  await must(seller.delete(`/api/products/${violin}`))
  return {
    people: {
      seller,
      guest,
      surprised,
      paying,
      buyer,
      newcomer: await member(),
      stranger: new Visitor(),
      staff: await staffOver(seller),
    },
    paths: {
      product: `/products/${teapot}`,
      plain: `/products/${plain.body.id}`,
      soldOut: `/products/${camera}`,
      archived: `/products/${violin}`,
      pay: `/checkout/${guestOrder}`,
      complete: `/orders/${orders.complete}`,
      cancelled: `/orders/${orders.cancelled}`,
      unpaid: `/orders/${orders.unpaid}`,
      edit: `/sell/products/${teapot}`,
      stock: `/sell/products/${cactus}/stock`,
    },
  }
}

export type Cast = Awaited<ReturnType<typeof createCast>>

async function member(name?: string): Promise<Visitor> {
  const visitor = new Visitor()
  const email = `${name?.split(' ')[0]?.toLowerCase() ?? 'new'}-${newId().slice(-6)}@example.com`
  await must(visitor.post('/api/users/signup', { email, password: newId() }))
  if (name !== undefined) await must(visitor.put('/api/users/profile', { name }))
  return visitor
}

/** Staff who have hidden a product of the seller, and see a draft. */
async function staffOver(seller: Visitor): Promise<Visitor> {
  const staff = await Visitor.of(newUser('admin'))
  const copy = await must(seller.post('/api/products', { ...PLAIN, title: 'Birdhouse, imitation' }))
  const reason = 'A copy of another’s design.'
  await must(staff.post(`/api/products/${copy.body.id}/hide`, { reason }))
  await must(seller.post('/api/products', { ...PLAIN, title: 'Birdhouse, painted', draft: true }))
  return staff
}

async function guestWith(products: string[]): Promise<Visitor> {
  const visitor = new Visitor()
  await must(visitor.post('/api/users/guest', {}))
  await fillCart(visitor, products)
  return visitor
}

async function fillCart(visitor: Visitor, products: string[]): Promise<void> {
  for (const productId of products)
    await eventually(() => must(visitor.post('/api/cart/items', { productId, quantity: 3 })))
}

function demoProduct(picture: string) {
  const demo = PRODUCTS.find((each) => each.picture === picture)
  if (demo === undefined) throw new Error(`the demo catalogue has no ${picture}`)
  return demo
}

async function createProduct(seller: Visitor, picture: string, quantity: number): Promise<string> {
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

async function buy(buyer: Visitor, products: string[], token?: string): Promise<string> {
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
  if (token !== undefined) await must(buyer.post('/api/payments', { token, orderId: body.id }))
  return body.id
}

async function must(pending: Promise<ShopResponse>): Promise<ShopResponse> {
  const response = await pending
  if (response.status >= 400)
    throw new Error(`the shop returned ${response.status}: ${JSON.stringify(response.body)}`)
  return response
}
