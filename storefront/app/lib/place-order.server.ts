import { redirect } from '@remix-run/server-runtime'
import type { Address, CartReply } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { cancelOrder, placeOrder } from '../api/orders.server.ts'
import { codeOf } from './refusals.server.ts'

interface Checkout {
  cart: CartReply
  address: Address
  email?: string
  /** An unpaid order whose address is being changed. */
  instead: string | null
}

const KEY_BYTES = 4

/** Places the order of a cart, once for each address however often it is sent; gives its id. */
export async function orderCart(api: Api, checkout: Checkout): Promise<string> {
  const { cart, address, email, instead } = checkout
  const items = cart.items
    .filter(({ drift }) => drift !== 'gone')
    .map(({ productId, quantity, seenPrice }) => ({ productId, quantity, price: seenPrice }))
  const body = { items, address, ...(email !== undefined && { email }) }
  try {
    const { id } = await placeOrder(api, body, await keyOf(checkout))
    return instead === null || instead === id ? id : await replaced(api, instead, id)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'price-changed' || code === 'sold-out') throw redirect('/cart?changed=1')
    throw error
  }
}

/** Gives the earlier order up for the new one, unless it was paid meanwhile. */
async function replaced(api: Api, before: string, now: string): Promise<string> {
  try {
    await cancelOrder(api, before)
    return now
  } catch (error) {
    if (codeOf(error) !== 'order-final') throw error
    await cancelOrder(api, now)
    throw redirect(`/orders/${before}`)
  }
}

async function keyOf({ cart, address, email = '' }: Checkout): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([email, address]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return `cart:${cart.id}:${cart.version}:${digest.slice(0, KEY_BYTES).toHex()}`
}
