import { RefundReason } from '@shop/shared/contracts'
import { useId } from 'react'
import { checkIn } from '../forms/refund-check.ts'
import { money } from '../lib/money.ts'
import { ConfirmRefund } from '../ui/confirm-refund.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { ActForm } from './act-form.tsx'
import { Fold } from './fold.tsx'
import type { OrderPage } from './order-page.ts'
import { REFUND_REASON_NAMES } from './order-words.ts'

/** What the refund that staff have chosen does; nothing before that. */
export function ConfirmCard({ sellers, fault }: OrderPage) {
  const check = checkIn(fault)
  if (check === null || fault === undefined) return null
  const { sellerId = '', explanation = '', reason } = fault.values
  const name = sellers[sellerId] ?? 'the seller'
  const known = RefundReason.options.find((each) => each === reason)
  return (
    <ConfirmRefund
      check={check}
      chosen={fault}
      rows={{
        Seller: name,
        Reason: known === undefined ? '' : REFUND_REASON_NAMES[known],
        Why: explanation,
      }}
      whose={`the items of ${name}`}
    />
  )
}

/** Money that staff give back for a seller: the first step. */
export function RefundCard({ order, sellers, idempotencyKey, fault }: OrderPage) {
  const headingId = useId()
  if (order.status !== 'Complete' || checkIn(fault) !== null) return null
  const values = fault?.values['intent'] === 'refund' ? fault.values : {}
  const fields = fault?.values['intent'] === 'refund' ? fault.fields : {}
  return (
    <section className="card" aria-labelledby={headingId}>
      <Fold isOpen={values['intent'] !== undefined}>
        <summary className="small-title" id={headingId}>
          Refund an amount
        </summary>
        <ActForm
          intent="refund"
          idempotencyKey={idempotencyKey}
          fault={fault}
          button="Continue"
          hasNext
          pendingText="Checking…"
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
      </Fold>
    </section>
  )
}
