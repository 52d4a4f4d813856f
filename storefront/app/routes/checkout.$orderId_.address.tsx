import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { currentUser } from '../api/auth.server.ts'
import { changeAddress, getOrder } from '../api/orders.server.ts'
import { AddressCard } from '../checkout/address-form.tsx'
import { CheckoutFrame } from '../checkout/frame.tsx'
import { isFromGuest } from '../checkout/guest-check.server.ts'
import { parseRecipient } from '../checkout/parse-recipient.ts'
import { formAction } from '../forms/form-action.server.ts'
import { codeOf, orNotFound } from '../forms/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'
import { amountsOf } from '../orders/amounts.ts'
import { isUnpaid } from '../ui/order-status.ts'

export const handle = { header: 'own' }
export const meta = () => [{ title: pageTitle('Shipping address') }]

export async function loader({ context: { api }, params }: LoaderFunctionArgs) {
  const [order, user] = await Promise.all([
    getOrder(api, params['orderId'] ?? '').catch(orNotFound),
    currentUser(api),
  ])
  if (!isUnpaid(order)) throw redirect(`/orders/${order.id}`)
  return data({ order, isGuest: user?.role === 'guest' })
}

export const action = formAction(async ({ api, form, params, request }) => {
  const id = params['orderId'] ?? ''
  const isGuest = await isFromGuest(api, request, form)
  const { output, fault } = parseRecipient(form, isGuest)
  if (fault !== undefined) return data(fault, { status: 400 })
  try {
    await changeAddress(api, id, output)
  } catch (error) {
    if (codeOf(error) === 'not-found') return orNotFound(error)
    if (codeOf(error) !== 'order-final') throw error
  }
  // If the order is final by now, that page redirects to the order.
  throw redirect(`/checkout/${id}`, { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function ChangeAddress() {
  const { order, isGuest } = useLoaderData<typeof loader>()
  const { items, email, address } = order
  const values = { ...address, ...(email && { email }) } as Record<string, string>
  return (
    <CheckoutFrame
      step="address"
      lines={items}
      totals={amountsOf(order)}
      country={address?.country}
    >
      <AddressCard isGuest={isGuest} fault={useActionData<typeof action>()} values={values} />
    </CheckoutFrame>
  )
}
