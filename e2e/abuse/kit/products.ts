import { eventually, type StackFile } from '@shop/shared/testing'
import { call, newCookie } from './call.ts'

/** A new product and its seller's cookie. */
export async function newProduct(shop: StackFile, from = '198.51.100.1') {
  const cookie = await newCookie(shop)
  const json = { title: 'Attacked teapot', price: 1, quantity: 1_000_000 }
  const { text, status } = await call(shop, 'products', 'POST', '/api/products', {
    from,
    cookie,
    json,
  })
  if (status !== 201) throw new Error(`creating a product returned ${status}: ${text}`)
  return { id: (JSON.parse(text) as { id: string }).id, cookie }
}

/** An unpaid order of the product. */
export async function newOrder(shop: StackFile, productId: string, cookie: string, from: string) {
  const json = { items: [{ productId, quantity: 1 }] }
  return eventually(async () => {
    const { status, text } = await call(shop, 'orders', 'POST', '/api/orders', {
      from,
      cookie,
      json,
    })
    if (status !== 201) throw new Error(`placing an order returned ${status}: ${text}`)
    return (JSON.parse(text) as { id: string }).id
  })
}
