import { Link } from '@remix-run/react'
import type { DueCounts, SoldCounts } from '@shop/shared/contracts'
import { count } from '../../lib/words.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { dueSentence } from './figures.ts'

interface WaitsProps {
  counts: SoldCounts
  due: DueCounts | undefined
}

interface Wait {
  icon: IconName
  title: string
  detail: string
  status: string
  button: string
}

/** What waits for the seller; nothing when nothing does. */
export function Waits(props: WaitsProps) {
  const waits = waitsOf(props)
  if (waits.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="waits">
      <h2 id="waits" className="small-title">
        What’s waiting
      </h2>
      <ul className="waits">
        {waits.map(({ icon, title, detail, status, button }) => (
          <li key={title} className={status === 'failed' ? 'bad' : ''}>
            <Icon name={icon} />
            <div>
              <b>{title}</b>
              <p className="muted small">{detail}</p>
            </div>
            <Link className="btn quiet small" to={`/sell/orders?status=${status}`}>
              {button}
              <span className="sr">: {title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function waitsOf({ counts: { toSend, returns, failed }, due }: WaitsProps): Wait[] {
  return [
    ...(failed > 0
      ? [
          {
            icon: 'danger',
            title: count(failed, 'order with a failed refund', 'orders with failed refunds'),
            detail: 'The money is still with you.',
            status: 'failed',
            button: 'See refunds',
          } as const,
        ]
      : []),
    ...(toSend > 0
      ? [
          {
            icon: 'box',
            title: `${count(toSend, 'parcel')} to send`,
            detail: dueSentence(due),
            status: 'to-send',
            button: 'See parcels',
          } as const,
        ]
      : []),
    ...(returns > 0
      ? [
          {
            icon: 'return',
            title: count(returns, 'open return'),
            detail: 'A return without an answer for a week is accepted.',
            status: 'returns',
            button: 'See returns',
          } as const,
        ]
      : []),
  ]
}
