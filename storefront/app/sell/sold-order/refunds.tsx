import { Form } from '@remix-run/react'
import { failedRefunds, type SoldOrderResponse } from '@shop/shared/contracts'
import { money } from '../../lib/money.ts'
import { Notice } from '../../ui/notice.tsx'
import { partsText } from '../../ui/parts-text.ts'
import { Said } from '../../ui/said.tsx'
import { Submit } from '../../ui/submit.tsx'
import { Time } from '../../ui/time.tsx'
import { usePending } from '../../ui/use-pending.ts'

type Refund = SoldOrderResponse['refunds'][number]

/** The list of all refunds. */
export function Refunds({ order }: { order: SoldOrderResponse }) {
  const { refunds } = order
  if (refunds.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="refunds">
      <h2 id="refunds" className="small-title">
        Refunds
      </h2>
      <ul className="stack g2">
        {refunds.map((refund) => (
          <li key={refund.id} className="small">
            <b className="num">{money(refund.amount)}</b>{' '}
            {refund.lines.length > 0 && `for ${partsText(order, refund.lines)} `}
            <span className="muted">
              {stateText(refund)}, <Time at={refund.doneAt ?? refund.at} show="moment" />
            </span>
            {refund.note !== undefined && refund.by !== 'buyer' && (
              <Said who="Note to the buyer:">{refund.note}</Said>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateText({ status, reversed }: Refund): string {
  if (reversed === true) return 'sent back by the buyer’s bank; we’re on it'
  return { Asked: 'on its way', Done: 'refunded', Failed: 'failed' }[status]
}

/** Refunds that failed, each with a way to try again. */
export function FailedRefunds({ order }: { order: SoldOrderResponse }) {
  return failedRefunds(order).map((refund) => <FailedRefund key={refund.id} refund={refund} />)
}

function FailedRefund({ refund }: { refund: Refund }) {
  const isPending = usePending('again')
  return (
    <Notice kind="danger" title={`${money(refund.amount)} could not be refunded`}>
      <p>The money is still with you.</p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="again" />
        <input type="hidden" name="refund" value={refund.id} />
        <Submit className="small" isPending={isPending} pendingText="Trying again…">
          Try again
        </Submit>
      </Form>
    </Notice>
  )
}
