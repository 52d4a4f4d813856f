import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useNavigation, useSearchParams } from '@remix-run/react'
import { FindOrderBody } from '@shop/shared/contracts'
import { mailOrderLinks } from '../api/orders.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { parseForm } from '../forms/parse-form.ts'
import { pageTitle } from '../lib/words.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'

export const meta = () => [{ title: pageTitle('Find your order') }]

export const action = formAction(async ({ api, form }) => {
  const { output, fault } = parseForm(FindOrderBody, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  await mailOrderLinks(api, output)
  throw redirect('/orders/find?sent=1', { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function FindOrder() {
  const fault = useActionData<typeof action>()
  const [params] = useSearchParams()
  const { state } = useNavigation()
  return (
    <main id="main" tabIndex={-1} className="wrap page narrow">
      <section className="card stack g5">
        <div className="stack g2">
          <h1>Find your order</h1>
          <p>We’ll email you a link to it. The order number is in your receipt.</p>
        </div>
        {params.has('sent') && (
          <Notice kind="ok" live="status">
            <p>If they match, an email with the link is on its way.</p>
          </Notice>
        )}
        <Form method="post" noValidate className="stack">
          <ErrorSummary fault={fault} />
          <TextField
            label="Order number"
            name="number"
            autoComplete="off"
            placeholder="7F4M-83"
            defaultValue={fault?.values['number']}
            error={fault?.fields['number']}
          />
          <TextField
            label="Email"
            name="email"
            type="email"
            autoComplete="email"
            defaultValue={fault?.values['email']}
            error={fault?.fields['email']}
          />
          <Submit isPending={state !== 'idle'} pendingText="Sending…">
            Email me the link
          </Submit>
        </Form>
      </section>
    </main>
  )
}
