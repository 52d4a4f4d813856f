import { Form, useNavigation } from '@remix-run/react'
import { DELIVERY_MS, carrierName, trackingUrl, type OrderResponse } from '@shop/shared/contracts'
import { useRef } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { arrivalText } from '../ui/arrival.ts'
import { Badge } from '../ui/badge.tsx'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { backText } from '../ui/line-back.ts'
import { OrderLines } from '../ui/order-lines.tsx'
import { parcelStatus } from '../ui/parcel-status.ts'
import { Submit } from '../ui/submit.tsx'
import { Time } from '../ui/time.tsx'
import { useFocusAfterChange } from '../ui/use-focus-after-change.ts'
import { Track } from './track.tsx'

type Parcel = OrderResponse['parcels'][number]

interface ParcelCardProps {
  order: OrderResponse
  parcel: Parcel
  seller: string
  fault: FormFault | undefined
}

const STEP = { ToSend: 0, Sent: 1, Delivered: 2, Cancelled: 0 } as const

export function ParcelCard({ order, parcel, seller, fault }: ParcelCardProps) {
  const { sellerId, status, sentAt, deliveredAt } = parcel
  const titleId = `from-${sellerId}`
  const head = useRef<HTMLDivElement>(null)
  // “I have it” goes away with the delivery.
  useFocusAfterChange(String(status === 'Delivered'), () => head.current)
  const steps = [
    { name: 'To send', at: order.completedAt },
    { name: 'Sent', at: sentAt },
    { name: 'Delivered', at: deliveredAt },
  ]
  return (
    <section className="card stack" aria-labelledby={titleId}>
      <div className="row between" ref={head} tabIndex={-1}>
        <h2 id={titleId} className="small-title">
          From {seller}
        </h2>
        <Badge status={parcelStatus(status)} />
      </div>
      {status !== 'Cancelled' && (
        <Track label={`Parcel from ${seller}`} steps={steps} now={STEP[status]} />
      )}
      <Arrival order={order} parcel={parcel} />
      <Whereabouts order={order} parcel={parcel} seller={seller} />
      {status === 'Sent' && <Received parcel={parcel} seller={seller} fault={fault} />}
      <OrderLines
        lines={order.items
          .filter((line) => line.sellerId === sellerId)
          .map((line) => ({ ...line, note: backText(order, line.productId) }))}
      />
    </section>
  )
}

function Arrival({ order, parcel }: Pick<ParcelCardProps, 'order' | 'parcel'>) {
  const { completedAt, address } = order
  const isUnderWay = parcel.status === 'ToSend' || parcel.status === 'Sent'
  if (!isUnderWay || completedAt === undefined || address === undefined) return null
  return (
    <p>
      <strong>Arrives {arrivalText(address.country, new Date(completedAt))}.</strong>
    </p>
  )
}

function Whereabouts({ order, parcel, seller }: Omit<ParcelCardProps, 'fault'>) {
  const { status, carrier, tracking } = parcel
  if (status === 'ToSend')
    return <p className="muted">{seller} is packing it. We’ll email you when it’s on its way.</p>
  if (status === 'Cancelled') return <p className="muted">{canceledText(order, parcel, seller)}</p>
  if (carrier === undefined) return null
  const name = carrierName(carrier)
  return (
    <p>
      Sent{name === undefined ? '' : ` with ${name}`}
      {tracking !== undefined && (
        <>
          , tracking number <span className="num break">{tracking}</span>
        </>
      )}
      .
    </p>
  )
}

function canceledText({ refunds }: OrderResponse, { sellerId }: Parcel, seller: string): string {
  const last = refunds.findLast((refund) => refund.sellerId === sellerId)
  return last === undefined || last.by === 'buyer'
    ? 'Everything in it was given back.'
    : `${seller} can’t send this. Your refund is below.`
}

function Received({ parcel, seller, fault }: Omit<ParcelCardProps, 'order'>) {
  const { sellerId, carrier = 'other', tracking, sentAt } = parcel
  const { state, formData } = useNavigation()
  const isPending = state !== 'idle' && formData?.get('seller') === sellerId
  const url = trackingUrl(carrier, tracking)
  const until = sentAt && new Date(Date.parse(sentAt) + DELIVERY_MS).toISOString()
  return (
    <div className="stack g3 no-print">
      {fault?.values['seller'] === sellerId && <FaultNotice fault={fault} />}
      <div className="row">
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="received" />
          <input type="hidden" name="seller" value={sellerId} />
          <Submit isPending={isPending} pendingText="Saving…">
            I have it<span className="sr">: parcel from {seller}</span>
          </Submit>
        </Form>
        {url !== undefined && (
          <a className="btn quiet" href={url} rel="noreferrer">
            Track with {carrierName(carrier)}
            <span className="sr"> (leaves Corner)</span>
          </a>
        )}
      </div>
      {until !== undefined && (
        <p className="muted small">
          If we don’t hear from you, we’ll mark it as delivered on <Time at={until} show="day" />.
        </p>
      )}
    </div>
  )
}
