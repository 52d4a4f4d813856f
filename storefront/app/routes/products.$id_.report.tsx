import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import {
  Form,
  Link,
  useActionData,
  useLoaderData,
  useNavigation,
  useSearchParams,
} from '@remix-run/react'
import { MAX_MESSAGE, REPORT_REASONS } from '@shop/shared/contracts'
import { ensureSession } from '../api/auth.server.ts'
import { getProduct, reportProduct } from '../api/products.server.ts'
import { REPORT_NAMES, ReportForm } from '../catalogue/report-form.ts'
import { formAction } from '../forms/form-action.server.ts'
import { parseForm, textOf } from '../forms/parse-form.ts'
import { orNotFound } from '../forms/refusals.server.ts'
import { useFormCheck } from '../forms/use-form-check.ts'
import { pageTitle } from '../lib/words.ts'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField, TextareaField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'

export const meta = () => [
  { title: pageTitle('Report a product') },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { id, title } = await getProduct(context.api, params['id'] ?? '').catch(orNotFound)
  return data({ id, title })
}

export const action = formAction(async ({ api, form, params }) => {
  const { output, fault } = parseForm(ReportForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  const id = params['id'] ?? ''
  await ensureSession(api, textOf(form, 'guest'))
  await reportProduct(api, id, output)
  throw redirect(`/products/${id}/report?sent=1`, { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function ReportProduct() {
  const { id, title } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  return (
    <main id="main" tabIndex={-1} className="wrap page narrow stack g5">
      <div>
        <Breadcrumbs trail={[{ name: title, to: `/products/${id}` }, { name: 'Report' }]} />
        <h1>Report this product</h1>
        <p className="muted">{title}</p>
      </div>
      {params.has('sent') ? (
        <Notice kind="ok" title="Thank you. We’ll take a look." live="status">
          <p>
            <Link to={`/products/${id}`}>Back to the product</Link>
          </p>
        </Notice>
      ) : (
        <ReportFields />
      )}
    </main>
  )
}

function ReportFields() {
  const { fault, fields, events } = useFormCheck(ReportForm, useActionData<typeof action>())
  const { state } = useNavigation()
  const values = fault?.values ?? {}
  return (
    <Form method="post" noValidate className="card stack g4" aria-label="Report" {...events}>
      <ErrorSummary fault={fault} />
      <SelectField
        label="What is wrong?"
        name="reason"
        defaultValue={values['reason'] ?? ''}
        error={fields['reason']}
      >
        <option value="">Choose…</option>
        {REPORT_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {REPORT_NAMES[reason]}
          </option>
        ))}
      </SelectField>
      <TextareaField
        label="What should we know?"
        name="note"
        isOptional
        rows={4}
        maxLength={MAX_MESSAGE}
        defaultValue={values['note'] ?? ''}
        error={fields['note']}
      />
      <p className="muted small">The seller never learns who reported it.</p>
      <div>
        <Submit isPending={state !== 'idle'} pendingText="Sending…">
          Send report
        </Submit>
      </div>
    </Form>
  )
}
