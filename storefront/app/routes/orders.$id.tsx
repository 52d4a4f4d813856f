import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId, type OrderResponse } from '@shop/shared/contracts'
import { currentUser } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import {
  cancelOrder,
  claimOrder,
  confirmDelivery,
  findOrder,
  hasOrderKey,
  mailOrderLinks,
  openOrder,
} from '../api/orders.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { refusedForm, textOf } from '../forms/parse-form.ts'
import { codeOf, orNotFound } from '../forms/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'
import { canGiveBack } from '../orders/give-back/choices.ts'
import { LockedOrder } from '../orders/locked.tsx'
import { OrderView } from '../orders/order-view.tsx'
import { sellersOf } from '../orders/sellers.server.ts'

export const meta = () => [{ title: pageTitle('Order') }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { api } = context
  const id = params['id'] ?? ''
  if (!isId(id)) throw new Response(null, { status: 404, statusText: 'Not Found' })
  const [order, user] = await Promise.all([findOrder(api, request, id), currentUser(api)])
  const isSignedIn = user !== null && user.role !== 'guest'
  // An unknown order looks the same as one that needs its code.
  if (order === null) return data({ kind: 'locked', id, isSignedIn } as const, { status: 404 })
  return data({
    kind: 'open',
    order,
    sellers: await sellersOf(api, order.items),
    isOwner: user !== null && (isOwnedBy(order, user.id) || !hasOrderKey(request, id)),
    isGuest: user?.role === 'guest',
    isSignedIn,
    name: user?.name ?? null,
    canGiveBack: canGiveBack(order, Date.now()),
  } as const)
}

function isOwnedBy({ userId, claimedBy }: OrderResponse, id: string): boolean {
  return userId === id || claimedBy === id
}

export const action = formAction(async ({ api, form, params, request }) => {
  const id = params['id'] ?? ''
  const to = await acted(api, request, id, form)
  if (typeof to !== 'string') return data(to, { status: 404 })
  throw redirect(to, { status: 303 })
})

/** Does what the form asks for; returns where to go then, or what is wrong. */
async function acted(api: Api, request: Request, id: string, form: FormData) {
  const page = `/orders/${id}`
  try {
    switch (textOf(form, 'intent')) {
      case 'open':
        await openOrder(api, id, textOf(form, 'key').trim())
        return page
      case 'received':
        await confirmDelivery(api, id, textOf(form, 'seller'))
        return page
      case 'claim':
        await claimOrder(api, id)
        return `${page}?claimed=1`
      case 'mail-link':
        await mailLink(api, request, id)
        return `${page}?mailed=1`
      default:
        await cancelOrder(api, id)
        return page
    }
  } catch (error) {
    if (codeOf(error) === 'order-final') return `${page}?late=1`
    if (codeOf(error) === 'not-found' && form.get('intent') === 'open')
      return refusedForm(form, { message: 'This code doesn’t open this order.' })
    return orNotFound(error)
  }
}

async function mailLink(api: Api, request: Request, id: string): Promise<void> {
  const order = await findOrder(api, request, id)
  if (order?.email === undefined) return
  await mailOrderLinks(api, { number: order.number, email: order.email })
}

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function OrderPage() {
  const page = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  if (page.kind === 'locked') return <LockedOrder {...page} fault={fault} />
  return <OrderView {...page} fault={fault} />
}
