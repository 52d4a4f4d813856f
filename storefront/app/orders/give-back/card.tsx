import { Link } from '@remix-run/react'
import type { OrderResponse } from '@shop/shared/contracts'
import { isEu } from '../../lib/countries.ts'
import { Icon } from '../../ui/icon.tsx'

/** Leads from an order to giving something back; the law of the EU names its button. */
export function GiveBackCard({ order: { id, address } }: { order: OrderResponse }) {
  const page = `/orders/${id}/give-back`
  return (
    <section className="card row between no-print" aria-labelledby="give">
      <div>
        <h2 id="give" className="small-title">
          Changed your mind?
        </h2>
        <p className="muted small">
          Free until it’s sent. After that, up to 30 days from delivery.
        </p>
      </div>
      <div className="row">
        <Link className="btn quiet" to={page}>
          <Icon name="back" />
          Give something back
        </Link>
        {isEu(address?.country) && (
          <Link className="btn quiet" to={page}>
            Withdraw from contract
          </Link>
        )}
      </div>
    </section>
  )
}
