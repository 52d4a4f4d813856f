import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '../api/session.server.ts'
import { namesOfSellers } from '../api/shops.server.ts'
import { getAnyOrder } from '../api/staff-orders.server.ts'
import { listMessages } from '../api/staff.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { orNotFound } from '../forms/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'
import { backToList } from '../staff/back-to-list.server.ts'
import { changeOrder } from '../staff/change-order.server.ts'
import { Done } from '../staff/done.tsx'
import { OrderView } from '../staff/order-view.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'

export const meta = () => [{ title: pageTitle('Order') }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { api } = context
  await requireStaff(api)
  const id = params['id'] ?? ''
  const order = await getAnyOrder(api, id).catch(orNotFound)
  const [messages, sellers] = await Promise.all([
    listMessages(api, { q: order.id }, null).then(
      ({ items }) => items,
      () => null,
    ),
    namesOfSellers(
      api,
      order.items.map(({ sellerId }) => sellerId),
    ),
  ])
  return data({ order, messages, sellers, idempotencyKey: crypto.randomUUID() })
}

export const action = formAction(async ({ api, form, params, request }) => {
  await requireStaff(api)
  const order = await getAnyOrder(api, params['id'] ?? '').catch(orNotFound)
  const changed = await changeOrder(api, order, form)
  if (changed.fault !== undefined) return data(changed.fault, { status: changed.status ?? 400 })
  throw backToList(request, changed.done)
})

export { clientAction } from '../forms/client-action.ts'
export { revalidateAfterConflict as shouldRevalidate } from '../forms/revalidate-after-conflict.ts'

export default function StaffOrder() {
  const page = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <>
      <Breadcrumbs trail={[{ name: 'Orders', to: '/staff/orders' }, { name: page.order.number }]} />
      <Done />
      <OrderView {...page} fault={fault} />
    </>
  )
}
