import { MAX_PER_LINE } from '@shop/shared/contracts'
import { ensureSession } from '../api/auth.server.ts'
import { addCartItem, getCart, removeCartItem, setCartItem } from '../api/cart.server.ts'
import type { Api } from '../api/client.server.ts'

export async function changeCart(api: Api, form: FormData): Promise<void> {
  const productId = textIn(form, 'productId')
  const quantity = Number(textIn(form, 'quantity') || 1)
  switch (textIn(form, 'intent')) {
    case 'add':
      await ensureSession(api, textIn(form, 'guest'))
      await addCartItem(api, productId, quantity)
      return
    case 'set':
      if (quantity === 0) await removeCartItem(api, productId)
      else await setCartItem(api, productId, quantity)
      return
    default:
      throw new Response(null, { status: 400, statusText: 'Bad Request' })
  }
}

/** Accepts current prices and stock, and removes sold-out lines. */
export async function acceptChanges(api: Api): Promise<void> {
  const cart = await getCart(api)
  for (const { productId, quantity, available, drift } of cart?.items ?? [])
    if (drift === 'gone') await removeCartItem(api, productId)
    else if (drift !== undefined)
      await setCartItem(api, productId, Math.min(quantity, available, MAX_PER_LINE))
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
