import { redirect } from '@remix-run/server-runtime'
import type { CartReply, OrderReply } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { placeOrder, type Recipient } from '../api/orders.server.ts'
import { codeOf } from './refusals.server.ts'

const KEY_BYTES = 4

/** Places the order of a cart, once for each recipient however often it is sent; returns its id. */
export async function orderCart(api: Api, cart: CartReply, recipient: Recipient): Promise<string> {
  try {
    const { id } = await place(api, cart, recipient, await keyOf(cart, recipient))
    return id
  } catch (error) {
    const code = codeOf(error)
    if (code === 'price-changed' || code === 'sold-out') throw redirect('/cart?changed=1')
    throw error
  }
}

/** A key whose order was cancelled gives that order for ever: the next one needs another key. */
async function place(
  api: Api,
  cart: CartReply,
  recipient: Recipient,
  key: string,
): Promise<OrderReply> {
  const items = cart.items
    .filter(({ drift }) => drift !== 'gone')
    .map(({ productId, quantity, seenPrice }) => ({ productId, quantity, price: seenPrice }))
  const order = await placeOrder(api, { items, ...recipient }, key)
  if (order.status !== 'Cancelled') return order
  return place(api, cart, recipient, `cart:${cart.id}:after:${order.id}`)
}

async function keyOf({ id, version }: CartReply, { address, email = '' }: Recipient) {
  const text = new TextEncoder().encode(JSON.stringify([email, address]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return `cart:${id}:${version}:${digest.slice(0, KEY_BYTES).toHex()}`
}
