import { Form } from '@remix-run/react'
import {
  MAX_MESSAGE,
  REFUND_REASONS as REASONS,
  toDecimal,
  toMinorUnits,
  type SoldOrderResponse,
} from '@shop/shared/contracts'
import type { FormFault } from '../../forms/parse-form.ts'
import { money } from '../../lib/money.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Submit } from '../../ui/submit.tsx'
import { usePending } from '../../ui/use-pending.ts'
import { REFUND_REASONS } from './labels.ts'
import { soldQuantities } from './lines.ts'

interface RefundFormProps {
  order: SoldOrderResponse
  idempotencyKey: string
  fault: FormFault | undefined
}

const BEFORE_SENDING = {
  title: 'Can’t send something? Refund it',
  hint: 'If nothing is left to send, the parcel is canceled and the buyer gets an email.',
  reason: 'cannot-send',
} as const
const AFTER_SENDING = { title: 'Refund something', hint: '', reason: 'goodwill' } as const

/** Gives money back: for items, or an amount. */
export function RefundForm({ order, idempotencyKey, fault }: RefundFormProps) {
  const isPending = usePending('refund')
  const values = fault?.values ?? {}
  const lines = soldQuantities(order)
  const left = leftOf(order)
  if (left <= 0) return null
  const isToSend = order.parcels.some(({ status }) => status === 'ToSend')
  const words = isToSend ? BEFORE_SENDING : AFTER_SENDING
  return (
    <details className="card" open={fault !== undefined}>
      <summary className="small-title">{words.title}</summary>
      <Form method="post" noValidate className="stack" preventScrollReset>
        <ErrorSummary fault={fault} />
        <input type="hidden" name="intent" value="refund" />
        <input type="hidden" name="key" value={values['key'] ?? idempotencyKey} />
        <p className="muted small">
          {money(left)} of your items can still be refunded. {words.hint}
        </p>
        <LineFields lines={lines} values={values} />
        <TextField
          label="Or an amount"
          name="amount"
          isOptional
          affix="$"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={values['amount'] ?? ''}
          error={fault?.fields['amount']}
        />
        <SelectField
          label="Reason"
          name="reason"
          defaultValue={values['reason'] ?? words.reason}
          error={fault?.fields['reason']}
        >
          {REASONS.map((each) => (
            <option key={each} value={each}>
              {REFUND_REASONS[each]}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Note to the buyer"
          name="note"
          isOptional
          autoComplete="off"
          maxLength={MAX_MESSAGE}
          defaultValue={values['note'] ?? ''}
          error={fault?.fields['note']}
        />
        <div>
          <Submit className="danger" isPending={isPending} pendingText="Refunding…">
            Refund
          </Submit>
        </div>
        <p className="muted small">It goes to the buyer’s card and can’t be undone.</p>
      </Form>
    </details>
  )
}

interface LineFieldsProps {
  lines: ReturnType<typeof soldQuantities>
  values: Record<string, string>
}

function LineFields({ lines, values }: LineFieldsProps) {
  return (
    <>
      {lines.map(({ productId, title, left }) => (
        <SelectField
          key={productId}
          label={`${title}, quantity`}
          name={`line-${productId}`}
          isOptional
          defaultValue={values[`line-${productId}`] ?? '0'}
        >
          {Array.from({ length: left + 1 }, (_, n) => (
            <option key={n}>{n}</option>
          ))}
        </SelectField>
      ))}
      <label className="tick">
        <input type="checkbox" name="restock" defaultChecked={values['restock'] === 'on'} />
        Put these items back in stock
      </label>
    </>
  )
}

function leftOf({ total, refunds }: SoldOrderResponse): number {
  const given = refunds
    .filter(({ status }) => status !== 'Failed')
    .reduce((sum, { amount, shipping }) => sum + toMinorUnits(amount) - toMinorUnits(shipping), 0)
  return toDecimal(Math.max(0, toMinorUnits(total) - given))
}
