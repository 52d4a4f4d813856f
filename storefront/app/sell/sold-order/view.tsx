import { carrierName, type SoldOrderResponse } from '@shop/shared/contracts'
import type { ComponentProps } from 'react'
import type { FormFault } from '../../forms/parse-form.ts'
import { checkIn } from '../../forms/refund-check.ts'
import { wrongIn } from '../../forms/wrong-in.ts'
import { Badge } from '../../ui/badge.tsx'
import { FaultNotice } from '../../ui/fault-notice.tsx'
import { Time } from '../../ui/time.tsx'
import { useEntryHeading } from '../../ui/use-entry-heading.ts'
import { dueText, soldStatuses } from '../waiting.ts'
import { Confirm } from './confirm.tsx'
import { History } from './history.tsx'
import { leftToRefund } from './lines.ts'
import { SoldParts } from './parts.tsx'
import { RefundForm } from './refund-form.tsx'
import { FailedRefunds, Refunds } from './refunds.tsx'
import { ReturnCard } from './return-card.tsx'
import { SendForm } from './send-form.tsx'

interface SoldOrderViewProps {
  order: SoldOrderResponse
  /** The day of the shop's calendar. */
  today: string
  returnAddress: string
  idempotencyKey: string
  fault: FormFault | undefined
}

const WITH_FIELDS = ['send', 'answer']

/** One order as its seller works on it: what waits first. */
export function SoldOrderView(props: SoldOrderViewProps) {
  const { order, today, returnAddress, idempotencyKey, fault } = props
  const { parcels, returns } = order
  const [parcel] = parcels
  const intent = fault?.values['intent'] ?? ''
  const of = (name: string) => (intent === name ? fault : undefined)
  const refunding = of('refund')
  const check = checkIn(fault)
  const canRefund = order.status === 'Complete' && leftToRefund(order) > 0
  const isShownAtForm = WITH_FIELDS.includes(intent) || (refunding !== undefined && canRefund)
  return (
    <div className="stack g5">
      <Head order={order} today={today} />
      {check === null || fault === undefined ? (
        <FaultNotice fault={isShownAtForm ? null : wrongIn(fault)} />
      ) : (
        <Confirm order={order} check={check} chosen={fault} />
      )}
      <FailedRefunds order={order} />
      {returns
        .filter(({ status }) => status === 'Asked' || status === 'Accepted')
        .map((asked) => (
          <ReturnCard
            key={asked.id}
            order={order}
            asked={asked}
            fault={of('answer')}
            returnAddress={returnAddress}
          />
        ))}
      <section className="card stack" aria-labelledby="parcel">
        <h2 id="parcel" className="small-title">
          Your parcel
        </h2>
        <SoldParts order={order} />
        {parcel !== undefined && <Sending parcel={parcel} fault={of('send')} />}
      </section>
      <Refunds order={order} />
      {canRefund && check === null && (
        <RefundForm order={order} idempotencyKey={idempotencyKey} fault={refunding} />
      )}
      {returns
        .filter(({ status }) => status !== 'Asked' && status !== 'Accepted')
        .map((asked) => (
          <ReturnCard key={asked.id} order={order} asked={asked} fault={undefined} />
        ))}
      <History order={order} />
    </div>
  )
}

function Head({ order, today }: Pick<SoldOrderViewProps, 'order' | 'today'>) {
  const { number, createdAt, address } = order
  const due = dueText(order, today)
  const heading = useEntryHeading()
  return (
    <div className="stack g2">
      <div className="row">
        <h1 ref={heading} tabIndex={-1}>
          Order {number}
        </h1>
        {soldStatuses(order, today).map((status) => (
          <Badge key={status.text} status={status} />
        ))}
      </div>
      <p className="muted">
        Placed <Time at={createdAt} show="moment" />
        {address !== undefined && ` by ${address.name}`}. {due !== '' && <strong>{due}.</strong>}
      </p>
    </div>
  )
}

function Sending({ parcel, fault }: ComponentProps<typeof SendForm>) {
  const { status, carrier, tracking, sentAt } = parcel
  if (status === 'ToSend') return <SendForm parcel={parcel} fault={fault} />
  if (sentAt === undefined) return null
  const name = carrier && carrierName(carrier)
  return (
    <>
      <p className="small">
        Sent{name !== undefined && ` with ${name}`} on <Time at={sentAt} show="day" />
        {tracking !== undefined && (
          <>
            , tracking number <span className="num break">{tracking}</span>
          </>
        )}
        .
      </p>
      {status === 'Sent' && (
        <details open={fault !== undefined}>
          <summary>Correct carrier or tracking number</summary>
          <SendForm parcel={parcel} fault={fault} />
        </details>
      )}
    </>
  )
}
