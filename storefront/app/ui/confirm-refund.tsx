import { Form } from '@remix-run/react'
import type { RefundCheck } from '@shop/shared/contracts'
import { Fragment, useEffect, useId, useRef } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { wrongIn } from '../forms/wrong-in.ts'
import { money } from '../lib/money.ts'
import { FaultNotice } from './fault-notice.tsx'
import { Submit } from './submit.tsx'
import { usePending } from './use-pending.ts'

interface ConfirmRefundProps {
  check: RefundCheck
  /** The first step, with what was typed. */
  chosen: FormFault
  /** What was chosen, in words; empty ones are left out. */
  rows: Record<string, string>
  /** The items whose rest can still be refunded. */
  whose: string
}

/** Another intent than the first step's, which may still be loading. */
const INTENT = 'confirm-refund'

/** The second step of a refund: what will happen, then the press that does it. */
export function ConfirmRefund({ check, chosen, rows, whose }: ConfirmRefundProps) {
  const { amount, shipping, left, cancelsParcel } = check
  const headingId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const isPending = usePending(INTENT)
  useEffect(() => heading.current?.focus(), [])
  const words = {
    ...rows,
    Shipping: shipping > 0 ? `${money(shipping)}, in this sum` : '',
    'Left to refund': `${left > 0 ? money(left) : 'Nothing'} of ${whose}`,
  }
  return (
    <section className="card stack" aria-labelledby={headingId}>
      <h2 id={headingId} className="small-title" ref={heading} tabIndex={-1}>
        Refund {money(amount)} to the buyer?
      </h2>
      <FaultNotice fault={wrongIn(chosen)} />
      <dl className="refund-facts">
        {Object.entries(words).map(
          ([name, text]) =>
            text !== '' && (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </Fragment>
            ),
        )}
      </dl>
      {cancelsParcel && (
        <p className="small">
          Nothing is left to send, so the parcel is canceled and the buyer gets an email.
        </p>
      )}
      <p className="muted small">It goes to the buyer’s card and can’t be undone.</p>
      <Form method="post" className="row" preventScrollReset>
        {Object.entries({ ...chosen.values, intent: INTENT }).map(
          ([name, value]) =>
            name !== 'step' && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Submit
          className="danger"
          name="step"
          value="confirm"
          isPending={isPending}
          pendingText="Refunding…"
        >
          Refund {money(amount)}
        </Submit>
        <Submit
          className="quiet"
          name="step"
          value="change"
          isPending={isPending}
          pendingText="Change"
        >
          Change
        </Submit>
      </Form>
    </section>
  )
}
