import { Link } from '@remix-run/react'
import type { SoldOrderResponse } from '@shop/shared/contracts'
import { money } from '../../lib/money.ts'
import { count } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Time } from '../../ui/time.tsx'
import { buyerName, dueText, isLate, soldStatuses } from '../waiting.ts'

interface SoldTableProps {
  orders: SoldOrderResponse[]
  /** The day of the shop's calendar. */
  today: string
}

export function SoldTable({ orders, today }: SoldTableProps) {
  return (
    <table className="sold-table">
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Status</th>
          <th scope="col">Placed</th>
          <th scope="col">Buyer</th>
          <th scope="col">What’s waiting</th>
          <th scope="col" className="r">
            Your share
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <Row key={order.id} order={order} today={today} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ order, today }: { order: SoldOrderResponse; today: string }) {
  const { id, number, createdAt, items, total } = order
  const units = items.reduce((sum, { quantity }) => sum + quantity, 0)
  const due = dueText(order, today)
  return (
    <tr>
      <td>
        <Link to={`/sell/orders/${id}`} aria-label={`Order ${number}`}>
          {number}
        </Link>
      </td>
      <td className="status">
        {soldStatuses(order, today).map((status) => (
          <Badge key={status.text} status={status} />
        ))}
      </td>
      <td className="muted">
        <Time at={createdAt} show="day" />
      </td>
      <td>{buyerName(order)}</td>
      <td>{isLate(order, today) ? <strong>{due}</strong> : due}</td>
      <td className="r num">
        <span className="muted">{count(units, 'item')}, </span>
        <strong>{money(total)}</strong>
      </td>
    </tr>
  )
}
