import { Link } from '@remix-run/react'
import { failedRefunds, type OrderResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { Badge, type Status } from '../ui/badge.tsx'
import { isBeforeSending } from '../ui/line-back.ts'
import { partsText } from '../ui/parts-text.ts'
import { Said } from '../ui/said.tsx'
import { Time } from '../ui/time.tsx'
import { isContactNeeded, isUnsuccessful, nextStep, unsuccessfulText } from './return-text.ts'
import { Track } from './track.tsx'

type Return = OrderResponse['returns'][number]
type Refund = OrderResponse['refunds'][number]

interface ReturnsProps {
  order: OrderResponse
  sellers: Record<string, string>
}

/** What was given back and what was refunded, the newest first. */
export function Returns({ order, sellers }: ReturnsProps) {
  const { returns } = order
  const failed = failedRefunds(order)
  const refunds = order.refunds.filter(
    (refund) => refund.status !== 'Failed' || failed.includes(refund),
  )
  if (returns.length + refunds.length === 0) return null
  const entries = [
    ...returns
      .filter((asked) => !isBeforeSending(asked, refunds))
      .map((asked) => ({
        at: asked.askedAt,
        entry: <ReturnEntry key={asked.id} order={order} asked={asked} sellers={sellers} />,
      })),
    ...refunds.map((refund) => ({
      at: refund.at,
      entry: <RefundEntry key={refund.id} order={order} refund={refund} />,
    })),
  ]
  return (
    <section className="card stack g5 no-print" aria-labelledby="back">
      <h2 id="back">Returns and refunds</h2>
      {entries.toSorted((a, b) => b.at.localeCompare(a.at)).map(({ entry }) => entry)}
    </section>
  )
}

const RETURN_STATUS: Record<Return['status'], Status> = {
  Asked: { text: 'Requested', kind: 'warn', icon: 'clock' },
  Accepted: { text: 'Accepted', kind: 'info', icon: 'check' },
  Refused: { text: 'Refused', kind: 'danger', icon: 'close' },
  Refunding: { text: 'Refund on its way', kind: 'info', icon: 'clock' },
  Refunded: { text: 'Refunded', kind: 'ok', icon: 'check' },
}
const STEP = { Asked: 0, Accepted: 1, Refused: 0, Refunding: 1, Refunded: 2 } as const

function ReturnEntry({ order, asked, sellers }: ReturnsProps & { asked: Return }) {
  const { id, status, answer, sellerId, lines, askedAt, answeredAt } = asked
  const seller = sellers[sellerId] ?? 'the seller'
  const what = partsText(order, lines)
  const refund = order.refunds.findLast(({ returnId }) => returnId === id)
  const isStuck = refund !== undefined && isUnsuccessful(refund)
  return (
    <div className="part">
      <div className="row between">
        <h3 className="small-title">Return: {what}</h3>
        <Badge status={isStuck ? refundStatus(refund) : RETURN_STATUS[status]} />
      </div>
      {status !== 'Refused' && (
        <Track
          label={`Return of ${what}`}
          steps={[
            { name: 'Requested', at: askedAt },
            { name: 'Accepted', at: answeredAt },
            { name: 'Refunded', at: refund?.status === 'Done' ? refund.doneAt : undefined },
          ]}
          now={isStuck ? STEP.Accepted : STEP[status]}
        />
      )}
      <p className="small">
        {isStuck ? unsuccessfulText(refund) : nextStep(asked, seller)}
        {isContactNeeded(asked) && (
          <>
            {' '}
            Questions? <Link to="/contact">Contact us</Link>.
          </>
        )}
      </p>
      {answer !== undefined && <Said who={`${seller} wrote:`}>{answer}</Said>}
    </div>
  )
}

function RefundEntry({ order, refund }: { order: OrderResponse; refund: Refund }) {
  const { amount, status, at, doneAt = at, lines } = refund
  const what = lines.length === 0 ? '' : `${partsText(order, lines)}, `
  return (
    <div className="part">
      <div className="row between">
        <h3 className="small-title">
          Refund: {what}
          <span className="num">{money(amount)}</span>
        </h3>
        <Badge status={refundStatus(refund)} />
      </div>
      <p className="muted small">
        {status === 'Asked' && (
          <>
            Requested <Time at={at} show="moment" />. We’re sending it to your card.
          </>
        )}
        {status === 'Done' && !isUnsuccessful(refund) && (
          <>
            Sent to your card on <Time at={doneAt} show="day" />. Your bank may take 5–10 business
            days to show it.
          </>
        )}
        {isUnsuccessful(refund) && unsuccessfulText(refund)}
      </p>
    </div>
  )
}

function refundStatus({ status, reversed }: Refund): Status {
  if (reversed === true) return { text: 'Came back', kind: 'danger', icon: 'danger' }
  return {
    Asked: { text: 'On its way', kind: 'info', icon: 'clock' } as const,
    Done: { text: 'Refunded', kind: 'ok', icon: 'check' } as const,
    Failed: { text: 'Failed', kind: 'danger', icon: 'danger' } as const,
  }[status]
}
