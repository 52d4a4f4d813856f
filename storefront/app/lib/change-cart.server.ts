import { getCart, removeCartItem, setCartItem } from '../api/cart.server.ts'
import type { Api } from '../api/client.server.ts'
import { isRefusal } from '../api/client.server.ts'

const MAX_QUANTITY = 99

/** What came of a change; the message tells what did not work. */
export interface CartOutcome {
  message?: string
}

/** Adds to, sets or removes a line of the cart, as a form says. */
export async function changeCart(api: Api, form: FormData): Promise<CartOutcome> {
  const productId = textIn(form, 'productId')
  const quantity = Number(textIn(form, 'quantity') || 1)
  try {
    switch (textIn(form, 'intent')) {
      case 'add':
        return await add(api, productId, quantity)
      case 'set':
        await setCartItem(api, productId, quantity)
        return {}
      case 'remove':
        await removeCartItem(api, productId)
        return {}
      default:
        return { message: 'This cannot be done to a cart.' }
    }
  } catch (error) {
    if (isRefusal(error) && error.status < 500) return { message: error.problem.detail }
    throw error
  }
}

async function add(api: Api, productId: string, quantity: number): Promise<CartOutcome> {
  const cart = await getCart(api)
  const line = cart?.items.find((item) => item.productId === productId)
  const wanted = (line?.quantity ?? 0) + quantity
  const most = Math.min(MAX_QUANTITY, line?.available ?? MAX_QUANTITY)
  const now = Math.max(1, Math.min(wanted, most))
  await setCartItem(api, productId, now)
  return wanted > most
    ? { message: `There are no more than ${now}: all of them are in your cart.` }
    : {}
}

/** Takes over today's prices and what is left, and takes out what is sold out. */
export async function acceptChanges(api: Api): Promise<void> {
  const cart = await getCart(api)
  for (const { productId, quantity, available, drift } of cart?.items ?? [])
    if (drift === 'gone') await removeCartItem(api, productId)
    else if (drift !== undefined)
      await setCartItem(api, productId, Math.min(quantity, available, MAX_QUANTITY))
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
