import { Link } from '@remix-run/react'
import { failedRefunds, type SoldOrderResponse } from '@shop/shared/contracts'
import { money } from '../../lib/money.ts'
import { Notice } from '../../ui/notice.tsx'

/** Refunds that failed, above everything else: the buyers wait for their money. */
export function FailedNotice({ orders }: { orders: SoldOrderResponse[] }) {
  const failed = orders.flatMap((order) =>
    failedRefunds(order).map((refund) => ({ order, refund })),
  )
  if (failed.length === 0) return null
  return (
    <Notice kind="danger" title={failed.length === 1 ? 'A refund failed' : 'Refunds failed'}>
      <ul>
        {failed.map(({ order, refund }) => (
          <li key={refund.id}>
            {money(refund.amount)} for order {order.number}. The money is still with you.{' '}
            <Link to={`/sell/orders/${order.id}`}>
              Try again<span className="sr">: order {order.number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
