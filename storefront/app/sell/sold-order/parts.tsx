import type { SoldOrderResponse } from '@shop/shared/contracts'
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
