import { useActionData, useLoaderData } from '@remix-run/react'
import { data, redirect, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { currentUser } from '../api/auth.server.ts'
import { getCart } from '../api/cart.server.ts'
import type { Api } from '../api/client.server.ts'
import { AddressCard } from '../components/address-card.tsx'
import { CheckoutFrame } from '../components/checkout-frame.tsx'
import { parseRecipient } from '../lib/address-form.ts'
import { limitOn, totalsOf } from '../lib/cart.ts'
import { formAction } from '../lib/form-action.server.ts'
import { orderCart } from '../lib/place-order.server.ts'
import { isGuestOf } from '../lib/recipient.server.ts'
import { requireSession } from '../lib/session.server.ts'
import { pageTitle } from '../lib/words.ts'

export const handle = { header: 'own' }
export const meta = () => [{ title: pageTitle('Checkout') }]

export async function loader({ context: { api } }: LoaderFunctionArgs) {
  const [user, { items }] = await Promise.all([currentUser(api), cartToOrder(api)])
  return data({ items, isGuest: user?.role !== 'user' && user?.role !== 'admin' })
}

export const action = formAction(async ({ api, form, request }) => {
  await requireSession(api, request)
  const isGuest = await isGuestOf(api, request, form)
  const cart = await cartToOrder(api)
  const { output, fault } = parseRecipient(form, isGuest)
  if (fault !== undefined) return data(fault, { status: 400 })
  throw redirect(`/checkout/${await orderCart(api, cart, output)}`, { status: 303 })
})

export { clientAction, shouldRevalidate } from '../lib/client-action.ts'

/** The cart as it can be ordered; what has changed since must be accepted first. */
async function cartToOrder(api: Api) {
  const cart = await getCart(api)
  if (cart === null || cart.items.length === 0) throw redirect('/cart')
  if (cart.items.some(({ drift }) => drift !== undefined)) throw redirect('/cart?changed=1')
  if (limitOn(cart.items) !== null) throw redirect('/cart')
  return cart
}

export default function Checkout() {
  const { items, isGuest } = useLoaderData<typeof loader>()
  return (
    <CheckoutFrame step="address" lines={items} totals={totalsOf(items)}>
      <AddressCard isGuest={isGuest} fault={useActionData<typeof action>()} />
    </CheckoutFrame>
  )
}
