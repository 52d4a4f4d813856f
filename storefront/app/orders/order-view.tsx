import { Link, useSearchParams } from '@remix-run/react'
import type { OrderResponse } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { Badge } from '../ui/badge.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Notice } from '../ui/notice.tsx'
import { OrderLines } from '../ui/order-lines.tsx'
import { orderStatus } from '../ui/order-status.ts'
import { Time } from '../ui/time.tsx'
import { Totals } from '../ui/totals.tsx'
import { amountsOf } from './amounts.ts'
import { GiveBackCard } from './give-back/card.tsx'
import { moneyText } from './money-text.ts'
import { OpenedByLink } from './opened-by-link.tsx'
import { Outcome } from './outcome.tsx'
import { ParcelCard } from './parcel-card.tsx'
import { OrderProgress } from './progress.tsx'
import { Returns } from './returns.tsx'
import { OrderSide } from './side.tsx'
import { useLiveOrder } from './use-live-order.ts'

interface OrderViewProps {
  order: OrderResponse
  sellers: Record<string, string>
  /** Otherwise it was opened by a mailed link, which neither pays nor cancels. */
  isOwner: boolean
  isGuest: boolean
  isSignedIn: boolean
  name: string | null
  canGiveBack: boolean
  fault: FormFault | undefined
}

export function OrderView(props: OrderViewProps) {
  const { sellers, isOwner, isGuest, isSignedIn, name, fault } = props
  const of = (intent: string) => (fault?.values['intent'] === intent ? fault : undefined)
  const { order, connection } = useLiveOrder(props.order)
  const [params] = useSearchParams()
  const isThanks = params.has('thanks') && order.status !== 'Cancelled'
  const title = isThanks ? `Thank you${name === null ? '' : `, ${name}`}` : `Order ${order.number}`
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g5">
      <p className="print-only">Corner, receipt</p>
      <Breadcrumbs trail={[{ name: 'Your orders', to: '/orders' }, { name: order.number }]} />
      <div className="stack g2">
        <div className="row">
          <h1>{title}</h1>
          <Badge status={orderStatus(order)} />
        </div>
        <p className="muted">
          Order {order.number}, placed <Time at={order.createdAt} show="moment" />.
          {order.status === 'Complete' && ` ${moneyText(order)}`}
        </p>
      </div>
      <Outcome />
      {!isOwner && <OpenedByLink id={order.id} isSignedIn={isSignedIn} fault={of('claim')} />}
      <div className="split side">
        <div className="stack g5">
          <Parcels {...props} order={order} />
          <Returns order={order} sellers={sellers} />
          <OrderProgress order={order} connection={connection} isOwner={isOwner} />
          <section className="card stack" aria-labelledby="items">
            <h2 id="items">{order.status === 'Complete' ? 'Receipt' : 'Items'}</h2>
            <OrderLines lines={order.items} sellers={sellers} />
            <Totals totals={amountsOf(order)} />
          </section>
        </div>
        <OrderSide
          order={order}
          canCancel={isOwner}
          isConfirming={params.has('cancel')}
          fault={fault?.values['intent'] === undefined ? fault : undefined}
        />
      </div>
      {isGuest && isOwner && <KeepOrder id={order.id} />}
    </main>
  )
}

function Parcels({ order, sellers, canGiveBack, fault }: OrderViewProps) {
  return (
    <>
      {order.parcels.map((parcel) => (
        <ParcelCard
          key={parcel.sellerId}
          order={order}
          parcel={parcel}
          seller={sellers[parcel.sellerId] ?? 'a seller'}
          fault={fault}
        />
      ))}
      {canGiveBack && <GiveBackCard order={order} />}
    </>
  )
}

function KeepOrder({ id }: { id: string }) {
  return (
    <Notice kind="info" title="Keep this order">
      <p>
        You checked out as a guest. The link in your email opens it anywhere.{' '}
        <Link to={`/auth/signup?next=/orders/${id}`}>Create an account</Link> to see your orders on
        every device.
      </p>
    </Notice>
  )
}
