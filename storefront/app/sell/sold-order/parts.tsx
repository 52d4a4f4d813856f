import { Link } from '@remix-run/react'
import { ADDRESS_LIFE_MS, type SoldOrderResponse } from '@shop/shared/contracts'
import { money } from '../../lib/money.ts'
import { AddressText } from '../../ui/address-text.tsx'
import { OrderLines } from '../../ui/order-lines.tsx'
import { soldLines } from './lines.ts'

/** The seller's lines, their sum, and where they go. */
export function SoldParts({ order }: { order: SoldOrderResponse }) {
  return (
    <div className="sold-parts">
      <div className="stack g3">
        <OrderLines lines={soldLines(order)} />
        <p className="sold-total">
          Your items <span className="price">{money(order.total)}</span>
        </p>
      </div>
      <SendTo order={order} />
    </div>
  )
}

function SendTo({ order }: { order: SoldOrderResponse }) {
  const { id, address } = order
  return (
    <div className="stack g2 small">
      <h3>Send to</h3>
      {address === undefined ? (
        <p className="muted">{noAddress(order)}</p>
      ) : (
        <>
          <AddressText address={address} />
          <p className="muted">The address is shown until 90 days after delivery.</p>
          <div>
            <Link className="btn quiet small" to={`/sell/orders/${id}/slip`}>
              Packing slip
            </Link>
          </div>
        </>
      )}
    </div>
  )
}

function noAddress({ status, parcels: [parcel] }: SoldOrderResponse): string {
  if (status === 'Created') return 'The address is shown once the order is paid.'
  if (status === 'Cancelled' || parcel?.status === 'Cancelled') return 'Nothing to send.'
  const deliveredAt = Date.parse(parcel?.deliveredAt ?? '')
  return deliveredAt + ADDRESS_LIFE_MS < Date.now()
    ? 'The address is no longer kept here.'
    : 'This order has no address.'
}
