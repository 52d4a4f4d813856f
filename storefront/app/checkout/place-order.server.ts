import type { CartResponse } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { placeOrder, type Recipient } from '../api/orders.server.ts'
import { codeOf } from '../forms/refusals.server.ts'

const KEY_BYTES = 4

/** Places the order once per cart and recipient. Returns its id, or null when the cart has changed. */
export async function orderCart(
  api: Api,
  cart: CartResponse,
  recipient: Recipient,
): Promise<string | null> {
  const items = cart.items
    .filter(({ drift }) => drift !== 'gone')
    .map(({ productId, quantity, seenPrice }) => ({ productId, quantity, price: seenPrice }))
  try {
    const { id } = await placeOrder(api, { items, ...recipient }, await keyOf(cart, recipient))
    return id
  } catch (error) {
    const code = codeOf(error)
    if (code === 'price-changed' || code === 'sold-out') return null
    throw error
  }
}

async function keyOf({ id, version }: CartResponse, { address, email = '' }: Recipient) {
  const text = new TextEncoder().encode(JSON.stringify([email, address]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return `cart:${id}:${version}:${digest.slice(0, KEY_BYTES).toHex()}`
}
