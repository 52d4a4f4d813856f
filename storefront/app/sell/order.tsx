import { Link } from '@remix-run/react'
import type { SoldOrderResponse } from '@shop/shared/contracts'
import { Badge } from '../ui/badge.tsx'
import { Time } from '../ui/time.tsx'
import { SoldParts } from './sold-order/parts.tsx'
import { soldStatuses } from './waiting.ts'

export function SoldOrder({ order }: { order: SoldOrderResponse }) {
  const { id, number, createdAt } = order
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
        <SoldParts order={order} />
      </article>
    </li>
  )
}
