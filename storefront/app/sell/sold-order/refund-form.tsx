import { Form } from '@remix-run/react'
import {
  MAX_MESSAGE,
  REFUND_REASONS as REASONS,
  toDecimal,
  type SoldOrderResponse,
} from '@shop/shared/contracts'
import { useEffect, useRef } from 'react'
import type { FormFault } from '../../forms/parse-form.ts'
import { wrongIn } from '../../forms/wrong-in.ts'
import { money } from '../../lib/money.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Submit } from '../../ui/submit.tsx'
import { usePending } from '../../ui/use-pending.ts'
import { REFUND_REASONS } from './labels.ts'
import { leftToRefund, soldQuantities } from './lines.ts'

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

/** The first step of giving money back: for items, or an amount. */
export function RefundForm({ order, idempotencyKey, fault: chosen }: RefundFormProps) {
  const isPending = usePending('refund')
  const summary = useRef<HTMLElement>(null)
  const fault = wrongIn(chosen)
  const values = chosen?.values ?? {}
  const lines = soldQuantities(order)
  const isBack = chosen !== undefined && fault === undefined
  useEffect(() => {
    if (isBack) summary.current?.focus()
  }, [isBack])
  const isToSend = order.parcels.some(({ status }) => status === 'ToSend')
  const words = isToSend ? BEFORE_SENDING : AFTER_SENDING
  return (
    <details className="card" open={chosen !== undefined}>
      <summary className="small-title" ref={summary}>
        {words.title}
      </summary>
      <Form method="post" noValidate className="stack" preventScrollReset>
        <ErrorSummary fault={fault} />
        <input type="hidden" name="intent" value="refund" />
        <input type="hidden" name="key" value={values['key'] ?? idempotencyKey} />
        <p className="muted small">
          {money(toDecimal(leftToRefund(order)))} of your items can still be refunded. {words.hint}
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
          <Submit isPending={isPending} pendingText="Checking…">
            Continue
          </Submit>
        </div>
        <p className="muted small">Nothing happens yet. You’ll see what is refunded first.</p>
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
