import { Form, Link, useNavigation } from '@remix-run/react'
import { STOCK_REASONS } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { useFormCheck } from '../forms/use-form-check.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/field.tsx'
import { Submit } from '../ui/submit.tsx'
import { DeltaField } from './delta-field.tsx'
import { REASON_NAMES } from './labels.ts'
import { StockSchema } from './product-form/schema.ts'

interface StockFormProps {
  id: string
  serverFault: FormFault | undefined
}

export function StockForm({ id, serverFault }: StockFormProps) {
  const { fault, fields, events } = useFormCheck(StockSchema, serverFault)
  const { state, formData } = useNavigation()
  const isSending = state !== 'idle' && formData?.has('delta') === true
  const values = serverFault?.values ?? {}
  const isLong = fault?.message !== undefined || Object.keys(fault?.fields ?? {}).length > 1
  return (
    <Form
      method="post"
      action={`/sell/products/${id}/stock`}
      noValidate
      className="card stack g5"
      aria-labelledby="change"
      {...events}
    >
      <h2 id="change" className="small-title">
        Change the stock
      </h2>
      <ErrorSummary fault={isLong ? fault : undefined} />
      <div className="pair">
        <DeltaField defaultValue={values['delta'] ?? ''} error={fields['delta']} />
        <SelectField
          label="Reason"
          name="reason"
          defaultValue={values['reason'] ?? ''}
          error={fields['reason']}
        >
          <option value="">Choose a reason</option>
          {STOCK_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {REASON_NAMES[reason]}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="actions">
        <Submit isPending={isSending} pendingText="Changing…">
          Change stock
        </Submit>
        <Link className="btn quiet" to="/sell/products">
          Cancel
        </Link>
      </div>
    </Form>
  )
}
