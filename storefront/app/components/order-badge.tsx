import type { OrderReply } from '@shop/shared/contracts'
import { badgeOf } from '../lib/order-words.ts'
import { Icon } from './icon.tsx'

/** The state of an order at a glance. */
export function OrderBadge({ order }: { order: OrderReply }) {
  const { text, kind, icon } = badgeOf(order)
  return (
    <span className={`badge ${kind}`}>
      <Icon name={icon} />
      {text}
    </span>
  )
}
