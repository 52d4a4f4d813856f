import { Form, Link, useNavigation } from '@remix-run/react'
import type { FormFault } from '../../forms/parse-form.ts'
import { money } from '../../lib/money.ts'
import { count } from '../../lib/words.ts'
import { FaultNotice } from '../../ui/fault-notice.tsx'
import { OrderLines } from '../../ui/order-lines.tsx'
import { Submit } from '../../ui/submit.tsx'
import { REASONS, type Group } from './choices.ts'
import { partsOf, sumOfParts, type Part, type Selection } from './selection.ts'

interface ConfirmProps {
  groups: Group[]
  selection: Selection
  /** The address of the first step with everything chosen. */
  back: string
  idempotencyKey: string
  isWithdrawal: boolean
  fault: FormFault | undefined
}

/** The second step: what comes back when, then the press that does it. */
export function Confirm(props: ConfirmProps) {
  const { groups, selection, back, idempotencyKey, isWithdrawal, fault } = props
  const now = partsOf(
    groups.filter(({ isUnsent }) => isUnsent),
    selection,
  )
  const later = partsOf(
    groups.filter(({ isUnsent }) => !isUnsent),
    selection,
  )
  const itemCount = [...now, ...later].reduce((sum, { quantity }) => sum + quantity, 0)
  const { state } = useNavigation()
  return (
    <div className="stack g5">
      {now.length > 0 && (
        <Portion title="Right away" parts={now}>
          It hasn’t been sent, so we’ll take it out of the parcel and refund your card. Banks
          usually show it in 5–10 business days.
        </Portion>
      )}
      {later.length > 0 && (
        <Portion title="After you send it back" parts={later}>
          The seller writes to you where to send it, within a week. You pay for return shipping,
          unless it arrived damaged or wrong. Your refund follows once it is back.
        </Portion>
      )}
      <Form method="post" className="card stack">
        <FaultNotice fault={fault} />
        <input type="hidden" name="key" value={idempotencyKey} />
        {selection.lines.map(({ productId, quantity }) => (
          <input key={productId} type="hidden" name="line" value={`${productId}:${quantity}`} />
        ))}
        <input type="hidden" name="reason" value={selection.reason} />
        <input type="hidden" name="note" value={selection.note} />
        <dl className="totals">
          <div>
            <dt>Reason</dt>
            <dd>{REASONS[selection.reason]}</dd>
          </div>
          <div className="total">
            <dt>You get back</dt>
            <dd>{money(sumOfParts([...now, ...later]))}</dd>
          </div>
        </dl>
        <p className="muted small">
          Shipping comes back with the last item of the order. What was refunded before is taken
          off.
        </p>
        <div className="row">
          <Submit className="big" isPending={state !== 'idle'} pendingText="Giving back…">
            {isWithdrawal ? 'Confirm withdrawal' : `Give back ${count(itemCount, 'item')}`}
          </Submit>
          <Link className="btn quiet big" to={back}>
            Change
          </Link>
        </div>
      </Form>
    </div>
  )
}

interface PortionProps {
  title: string
  parts: Part[]
  children: string
}

function Portion({ title, parts, children }: PortionProps) {
  return (
    <section className="card stack">
      <div className="row between">
        <h2 className="small-title">{title}</h2>
        <p className="price">{money(sumOfParts(parts))}</p>
      </div>
      <OrderLines lines={parts.map(({ item, quantity }) => ({ ...item, quantity }))} />
      <p className="small">{children}</p>
    </section>
  )
}
