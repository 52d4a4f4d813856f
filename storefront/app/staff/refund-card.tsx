import { RefundReason } from '@shop/shared/contracts'
import { useId } from 'react'
import { money } from '../lib/money.ts'
import { SelectField, TextField } from '../ui/field.tsx'
import { ActForm } from './act-form.tsx'
import type { OrderPage } from './order-page.ts'
import { REFUND_REASON_NAMES } from './order-words.ts'

/** Money that staff give back for a seller. */
export function RefundCard({ order, sellers, idempotencyKey, fault }: OrderPage) {
  const headingId = useId()
  if (order.status !== 'Complete') return null
  const values = fault?.values['intent'] === 'refund' ? fault.values : {}
  const fields = fault?.values['intent'] === 'refund' ? fault.fields : {}
  return (
    <section className="card" aria-labelledby={headingId}>
      <details open={values['intent'] !== undefined}>
        <summary className="small-title" id={headingId}>
          Refund an amount
        </summary>
        <ActForm
          intent="refund"
          idempotencyKey={idempotencyKey}
          fault={fault}
          button="Refund"
          pendingText="Refunding…"
        >
          <SelectField label="For" name="sellerId" defaultValue={values['sellerId']}>
            {order.parcels.map(({ sellerId }) => (
              <option key={sellerId} value={sellerId}>
                {sellers[sellerId]}
              </option>
            ))}
          </SelectField>
          <TextField
            label="Amount"
            name="amount"
            affix="$"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={values['amount'] ?? ''}
            error={fields['amount']}
          />
          {order.shipping > 0 && (
            <label className="tick">
              <input type="checkbox" name="shipping" defaultChecked={values['shipping'] === 'on'} />
              Also the shipping, {money(order.shipping)}
            </label>
          )}
          <SelectField
            label="Reason"
            name="reason"
            defaultValue={values['reason'] ?? 'other'}
            error={fields['reason']}
          >
            {RefundReason.options.map((each) => (
              <option key={each} value={each}>
                {REFUND_REASON_NAMES[each]}
              </option>
            ))}
          </SelectField>
        </ActForm>
      </details>
    </section>
  )
}
