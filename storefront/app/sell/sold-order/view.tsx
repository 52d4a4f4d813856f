import { carrierName, type SoldOrderResponse } from '@shop/shared/contracts'
import type { ComponentProps } from 'react'
import type { FormFault } from '../../forms/parse-form.ts'
import { Badge } from '../../ui/badge.tsx'
import { FaultNotice } from '../../ui/fault-notice.tsx'
import { Time } from '../../ui/time.tsx'
import { dueText, soldStatuses } from '../waiting.ts'
import { History } from './history.tsx'
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

const WITH_FIELDS = ['send', 'answer', 'refund']

/** One order as its seller works on it: what waits first. */
export function SoldOrderView(props: SoldOrderViewProps) {
  const { order, today, returnAddress, idempotencyKey, fault } = props
  const { number, createdAt, parcels, returns, address } = order
  const [parcel] = parcels
  const due = dueText(order, today)
  const intent = fault?.values['intent'] ?? ''
  const of = (name: string) => (intent === name ? fault : undefined)
  return (
    <div className="stack g5">
      <div className="stack g2">
        <div className="row">
          <h1>Order {number}</h1>
          {soldStatuses(order, today).map((status) => (
            <Badge key={status.text} status={status} />
          ))}
        </div>
        <p className="muted">
          Placed <Time at={createdAt} show="moment" />
          {address !== undefined && ` by ${address.name}`}. {due !== '' && <strong>{due}.</strong>}
        </p>
      </div>
      {!WITH_FIELDS.includes(intent) && <FaultNotice fault={fault} />}
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
      {order.status === 'Complete' && (
        <RefundForm order={order} idempotencyKey={idempotencyKey} fault={of('refund')} />
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
