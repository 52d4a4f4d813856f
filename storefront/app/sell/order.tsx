import { Link } from '@remix-run/react'
import type { SoldOrderResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { AddressText } from '../ui/address-text.tsx'
import { Badge } from '../ui/badge.tsx'
import { OrderLines } from '../ui/order-lines.tsx'
import { Time } from '../ui/time.tsx'
import { soldLines } from './sold-order/lines.ts'
import { soldStatuses } from './waiting.ts'

export function SoldOrder({ order }: { order: SoldOrderResponse }) {
  const { id, number, createdAt, total } = order
  return (
    <li>
      <article className="card sold-order" aria-labelledby={number}>
        <div className="row between">
          <div>
            <h2 id={number} className="small-title">
              <Link to={`/sell/orders/${id}`}>Order {number}</Link>
            </h2>
            <p className="muted small">
              <Time at={createdAt} show="day" />
            </p>
          </div>
          <div className="row">
            {soldStatuses(order).map((status) => (
              <Badge key={status.text} status={status} />
            ))}
          </div>
        </div>
        <div className="sold-parts">
          <div className="stack g3">
            <OrderLines lines={soldLines(order)} />
            <p className="sold-total">
              Your items <span className="price">{money(total)}</span>
            </p>
          </div>
          <SendTo order={order} />
        </div>
      </article>
    </li>
  )
}

function SendTo({ order: { status, address } }: { order: SoldOrderResponse }) {
  return (
    <div className="stack g2 small">
      <h3>Send to</h3>
      {address === undefined ? (
        <p className="muted">{NO_ADDRESS[status]}</p>
      ) : (
        <AddressText address={address} />
      )}
    </div>
  )
}

const NO_ADDRESS = {
  Created: 'The address is shown once the order is paid.',
  Complete: 'This order has no address.',
  Cancelled: 'Nothing to send.',
} as const
