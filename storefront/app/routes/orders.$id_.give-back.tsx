import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findOrder, giveBack } from '../api/orders.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { textOf } from '../forms/parse-form.ts'
import { isEu } from '../lib/countries.ts'
import { pageTitle } from '../lib/words.ts'
import { groupsOf } from '../orders/give-back/choices.ts'
import { Choose } from '../orders/give-back/choose.tsx'
import { Confirm } from '../orders/give-back/confirm.tsx'
import { selectionOf, selectionOfForm } from '../orders/give-back/selection.ts'
import { sellersOf } from '../orders/sellers.server.ts'
import { QuietHeader } from '../ui/quiet-header.tsx'

export const handle = { header: 'own' }
export const meta = () => [{ title: pageTitle('Give something back') }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const id = params['id'] ?? ''
  const order = await findOrder(context.api, request, id)
  if (order === null || order.status !== 'Complete') throw redirect(`/orders/${id}`)
  const { searchParams } = new URL(request.url)
  const groups = groupsOf(order, Date.now())
  const selection = selectionOf(searchParams, groups)
  const isConfirming = searchParams.get('step') === 'confirm'
  searchParams.delete('step')
  return data({
    id,
    number: order.number,
    groups,
    selection,
    sellers: await sellersOf(context.api, order.items),
    isConfirming,
    isEu: isEu(order.address?.country),
    isWithdrawal: searchParams.has('withdraw'),
    back: `/orders/${id}/give-back?${searchParams}`,
    idempotencyKey: crypto.randomUUID(),
  })
}

export const action = formAction(async ({ api, form, params }) => {
  const id = params['id'] ?? ''
  const { lines, reason, note } = selectionOfForm(form)
  const json = { lines, reason, ...(note !== '' && { note }) }
  await giveBack(api, id, json, textOf(form, 'key'))
  throw redirect(`/orders/${id}?given=1`, { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function GiveBack() {
  const page = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const { id, groups, selection, isConfirming, isWithdrawal } = page
  const isChosen = selection.lines.length > 0
  return (
    <>
      <QuietHeader to={`/orders/${id}`}>Back to order</QuietHeader>
      <main id="main" tabIndex={-1} className="wrap page narrow stack g5">
        {isConfirming && isChosen ? (
          <>
            <h1>Check what you get back</h1>
            <Confirm
              groups={groups}
              selection={selection}
              back={page.back}
              idempotencyKey={fault?.values['key'] ?? page.idempotencyKey}
              isWithdrawal={isWithdrawal}
              fault={fault}
            />
          </>
        ) : (
          <>
            <h1>Give something back</h1>
            <Choose
              orderId={id}
              groups={groups}
              sellers={page.sellers}
              selection={selection}
              isMissing={isConfirming}
              isEu={page.isEu}
            />
          </>
        )}
      </main>
    </>
  )
}
