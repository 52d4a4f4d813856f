import { useActionData, useLoaderData } from '@remix-run/react'
import { data, redirect, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { currentUser } from '../api/auth.server.ts'
import { getCart } from '../api/cart.server.ts'
import type { Api } from '../api/client.server.ts'
import { AddressCard } from '../components/address-card.tsx'
import { CheckoutFrame } from '../components/checkout-frame.tsx'
import { parseRecipient } from '../lib/address-form.ts'
import { limitOn, totalsOf, type CartItem } from '../lib/cart.ts'
import { acceptChanges } from '../lib/change-cart.server.ts'
import { isDocumentRequest } from '../lib/document-request.ts'
import { formAction } from '../lib/form-action.server.ts'
import { refusedForm, type FormFault } from '../lib/forms.ts'
import { orderCart } from '../lib/place-order.server.ts'
import { isGuestOf } from '../lib/recipient.server.ts'
import { requireSession } from '../lib/session.server.ts'
import { pageTitle } from '../lib/words.ts'

export const handle = { header: 'own' }
export const meta = () => [{ title: pageTitle('Checkout') }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { api, keepsPage = false } = context
  const [user, { items }] = await Promise.all([currentUser(api), cartToOrder(api)])
  if (hasChanged(items) && !keepsPage) throw redirect('/cart?changed=1')
  return data({ items, isGuest: user?.role !== 'user' && user?.role !== 'admin' })
}

export const action = formAction(async ({ api, form, request, context }) => {
  await requireSession(api, request)
  context.keepsPage = isDocumentRequest(request)
  const isGuest = await isGuestOf(api, request, form)
  if (form.has('accept')) await acceptChanges(api)
  const cart = await cartToOrder(api)
  const { output, fault } = parseRecipient(form, isGuest)
  if (fault !== undefined) return data(fault, { status: 400 })
  const orderId = hasChanged(cart.items) ? null : await orderCart(api, cart, output)
  if (orderId !== null) throw redirect(`/checkout/${orderId}`, { status: 303 })
  // With script, the address is put back when the visitor returns from the cart.
  if (!context.keepsPage) throw redirect('/cart?changed=1')
  return data(unacceptedChanges(form), { status: 409 })
})

export { clientAction, shouldRevalidate } from '../lib/client-action.ts'

/** The cart, if it can be ordered at all. */
async function cartToOrder(api: Api) {
  const cart = await getCart(api)
  if (cart === null || cart.items.length === 0) throw redirect('/cart')
  if (limitOn(cart.items) !== null) throw redirect('/cart')
  return cart
}

/** Whether something has changed since it was added, which must be accepted first. */
const hasChanged = (items: CartItem[]) => items.some(({ drift }) => drift !== undefined)

/** The form with what was typed, whose next press accepts the order as the page shows it then. */
function unacceptedChanges(form: FormData): FormFault {
  const message =
    'A price or what is left has changed. The order is shown as it is now: go on to accept it.'
  const fault = refusedForm(form, { message })
  return { ...fault, values: { ...fault.values, accept: '1' } }
}

export default function Checkout() {
  const { items, isGuest } = useLoaderData<typeof loader>()
  return (
    <CheckoutFrame step="address" lines={items} totals={totalsOf(items)}>
      <AddressCard isGuest={isGuest} fault={useActionData<typeof action>()} />
    </CheckoutFrame>
  )
}
