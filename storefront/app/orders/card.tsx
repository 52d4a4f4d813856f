import { Link } from '@remix-run/react'
import type { OrderResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { Badge } from '../ui/badge.tsx'
import { isUnpaid, orderStatus } from '../ui/order-status.ts'
import { Picture } from '../ui/picture.tsx'
import { Time } from '../ui/time.tsx'

const SHOWN = 4

export function OrderCard({ order }: { order: OrderResponse }) {
  const { id, number, createdAt, items, total } = order
  const more = items.length - SHOWN
  return (
    <li className="card order-card">
      <div className="stack g2">
        <h3>
          <Link to={`/orders/${id}`}>Order {number}</Link>
        </h3>
        <p className="muted small">
          <Time at={createdAt} show="day" />
        </p>
        <Badge status={orderStatus(order)} />
      </div>
      <ul className="thumbs" aria-label="Items">
        {items.slice(0, SHOWN).map(({ productId, title, imageUrl }) => (
          <li key={productId}>
            <Picture url={imageUrl} alt={title} view="thumb" />
          </li>
        ))}
        {more > 0 && <li className="muted small">+{more}</li>}
      </ul>
      <div className="stack g2 order-card-end">
        <p className="price">{money(total)}</p>
        {isUnpaid(order) && (
          <Link className="btn small" to={`/checkout/${id}`}>
            Pay now<span className="sr"> for order {number}</span>
          </Link>
        )}
      </div>
    </li>
  )
}
