import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { currentUser } from '../api/auth.server.ts'
import { getCart } from '../api/cart.server.ts'
import type { Api } from '../api/client.server.ts'
import { listOrders } from '../api/orders.server.ts'
import { requireSession } from '../api/session.server.ts'
import { acceptChanges } from '../cart/change-cart.server.ts'
import { orderLimit, totalsOf, type CartItem } from '../cart/lines.ts'
import { AddressCard } from '../checkout/address-form.tsx'
import { CheckoutFrame } from '../checkout/frame.tsx'
import { isFromGuest } from '../checkout/guest-check.server.ts'
import { parseRecipient } from '../checkout/parse-recipient.ts'
import { orderCart } from '../checkout/place-order.server.ts'
import { isDocumentRequest } from '../forms/document-request.ts'
import { formAction } from '../forms/form-action.server.ts'
import { refusedForm, type FormFault } from '../forms/parse-form.ts'
import { pageTitle } from '../lib/words.ts'

export const handle = { header: 'own' }
export const meta = () => [{ title: pageTitle('Checkout') }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { api, keepsPage = false } = context
  const [user, { items }] = await Promise.all([currentUser(api), cartToOrder(api)])
  if (hasChanged(items) && !keepsPage) throw redirect('/cart?changed=1')
  const isGuest = user?.role !== 'user' && user?.role !== 'admin'
  return data({ items, isGuest, address: isGuest ? {} : await newestAddress(api) })
}

export const action = formAction(async ({ api, form, request, context }) => {
  await requireSession(api, request)
  context.keepsPage = isDocumentRequest(request)
  const isGuest = await isFromGuest(api, request, form)
  if (form.has('accept')) await acceptChanges(api)
  const cart = await cartToOrder(api)
  const { output, fault } = parseRecipient(form, isGuest)
  if (fault !== undefined) return data(fault, { status: 400 })
  const orderId = hasChanged(cart.items) ? null : await orderCart(api, cart, output)
  if (orderId !== null) throw redirect(`/checkout/${orderId}`, { status: 303 })
  // With script, FormMemory restores the address after the detour to the cart.
  if (!context.keepsPage) throw redirect('/cart?changed=1')
  return data(unacceptedChanges(form), { status: 409 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

/** The address of the newest order, which a returning buyer finds filled in. */
async function newestAddress(api: Api): Promise<Record<string, string>> {
  const { items } = await listOrders(api, null, 1)
  return { ...items[0]?.address } as Record<string, string>
}

async function cartToOrder(api: Api) {
  const cart = await getCart(api)
  if (cart === null || cart.items.length === 0) throw redirect('/cart')
  if (orderLimit(cart.items) !== null) throw redirect('/cart')
  return cart
}

const hasChanged = (items: CartItem[]) => items.some(({ drift }) => drift !== undefined)

/** Submitting the form again accepts the changes that the page shows now. */
function unacceptedChanges(form: FormData): FormFault {
  const message =
    'A price or the stock has changed. The order is shown as it is now. Continue to accept it.'
  const fault = refusedForm(form, { message })
  return { ...fault, values: { ...fault.values, accept: '1' } }
}

export default function Checkout() {
  const { items, isGuest, address } = useLoaderData<typeof loader>()
  return (
    <CheckoutFrame step="address" lines={items} totals={totalsOf(items)}>
      <AddressCard isGuest={isGuest} fault={useActionData<typeof action>()} values={address} />
    </CheckoutFrame>
  )
}
