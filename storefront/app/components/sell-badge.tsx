import type { SellStatus } from '../lib/sell-words.ts'
import { Icon } from './icon.tsx'

/** The state of a product or an order at a glance. */
export function SellBadge({ status: { text, kind, icon } }: { status: SellStatus }) {
  return (
    <span className={`badge ${kind}`}>
      <Icon name={icon} />
      {text}
    </span>
  )
}
