import { CartResponse } from '@shop/shared/contracts'
import { currentUser } from './auth.server.ts'
import type { Api } from './client.server.ts'

/** The cart of the session; null without a session. */
export async function getCart(api: Api) {
  if ((await currentUser(api)) === null) return null
  return api.once('cart', () => api.call('CART', '/api/cart', CartResponse))
}

export function addCartItem(api: Api, productId: string, add: number) {
  const json = { productId, add }
  return api.call('CART', '/api/cart/items', CartResponse, { method: 'POST', json })
}

export function setCartItem(api: Api, productId: string, quantity: number) {
  const json = { productId, quantity }
  return api.call('CART', '/api/cart/items', CartResponse, { method: 'POST', json })
}

export function removeCartItem(api: Api, productId: string) {
  return api.call('CART', `/api/cart/items/${productId}`, CartResponse, { method: 'DELETE' })
}
