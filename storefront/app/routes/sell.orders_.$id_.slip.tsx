import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { getSoldOrder } from '../api/orders.server.ts'
import { requireUser } from '../api/session.server.ts'
import { orNotFound } from '../forms/refusals.server.ts'
import { pageTitle, sellerName } from '../lib/words.ts'
import { PackingSlip } from '../sell/sold-order/slip.tsx'

export const meta = () => [{ title: pageTitle('Packing slip') }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { id, name } = await requireUser(context.api, request)
  const order = await getSoldOrder(context.api, params['id'] ?? '').catch(orNotFound)
  return data({ order, shop: sellerName(name, id) })
}

export { shouldRevalidate } from '../forms/client-action.ts'

export default function PackingSlipPage() {
  const { order, shop } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="row no-print">
        <button className="btn needs-script" type="button" onClick={() => print()}>
          Print
        </button>
        <Link className="btn quiet" to={`/sell/orders/${order.id}`}>
          Back to the order
        </Link>
        <noscript>Print this page with your browser.</noscript>
      </div>
      <PackingSlip order={order} shop={shop} />
    </>
  )
}
