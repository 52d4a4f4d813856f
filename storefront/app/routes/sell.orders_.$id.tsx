import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { shopDay, type SoldOrderResponse } from '@shop/shared/contracts'
import { getProfile } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import { getSoldOrder } from '../api/orders.server.ts'
import { requireUser } from '../api/session.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { orNotFound } from '../forms/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'
import { changeSold } from '../sell/sold-order/change-sold.server.ts'
import { SoldOrderView } from '../sell/sold-order/view.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Notice } from '../ui/notice.tsx'

export const meta = () => [{ title: pageTitle('Order') }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  await requireUser(context.api, request)
  const order = await getSoldOrder(context.api, params['id'] ?? '').catch(orNotFound)
  return data({
    order,
    today: shopDay(new Date()),
    returnAddress: await returnAddressFor(context.api, order),
    idempotencyKey: crypto.randomUUID(),
  })
}

/** The note of an accepted return begins with it; without it, the seller writes one. */
async function returnAddressFor(api: Api, { returns }: SoldOrderResponse): Promise<string> {
  if (returns.every(({ status }) => status !== 'Asked')) return ''
  const profile = await getProfile(api).catch(() => null)
  return profile?.returnAddress ?? ''
}

export const action = formAction(async ({ api, form, params, request }) => {
  await requireUser(api, request)
  const id = params['id'] ?? ''
  const order = await getSoldOrder(api, id).catch(orNotFound)
  const changed = await changeSold(api, order, form)
  if (changed.fault !== undefined) return data(changed.fault, { status: changed.status ?? 400 })
  throw redirect(`/sell/orders/${id}?done=${changed.done}`, { status: 303 })
})

export { clientAction } from '../forms/client-action.ts'
export { revalidateAfterConflict as shouldRevalidate } from '../forms/revalidate-after-conflict.ts'

const DONE: Record<string, string> = {
  sent: 'Marked as sent. The buyer gets an email.',
  answered: 'Answered. The buyer gets an email.',
  refunded: 'The refund is on its way.',
}

export default function SoldOrderPage() {
  const { order, today, returnAddress, idempotencyKey } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const [params] = useSearchParams()
  const done = DONE[params.get('done') ?? '']
  return (
    <>
      <Breadcrumbs trail={[{ name: 'Orders', to: '/sell/orders' }, { name: order.number }]} />
      {done !== undefined && fault === undefined && (
        <Notice kind="ok" live="status">
          <p>{done}</p>
        </Notice>
      )}
      <SoldOrderView
        order={order}
        today={today}
        returnAddress={returnAddress}
        idempotencyKey={idempotencyKey}
        fault={fault}
      />
    </>
  )
}
