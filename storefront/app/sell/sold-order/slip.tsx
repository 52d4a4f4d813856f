import { SHOP, type SoldOrderResponse } from '@shop/shared/contracts'
import { AddressText } from '../../ui/address-text.tsx'
import { Time } from '../../ui/time.tsx'
import { soldQuantities } from './lines.ts'

interface SlipProps {
  order: SoldOrderResponse
  shop: string
}

/** What goes into the parcel: no prices, it may be a gift. */
export function PackingSlip({ order, shop }: SlipProps) {
  const { number, createdAt, address } = order
  return (
    <section className="slip" aria-labelledby="slip">
      <div className="row between">
        <h1 id="slip">Packing slip</h1>
        <strong>{shop}</strong>
      </div>
      <div className="row between">
        {address !== undefined && <AddressText address={address} />}
        <p>
          Order {number}
          <br />
          Placed <Time at={createdAt} show="day" />
        </p>
      </div>
      <table className="sales-table">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col" className="r">
              Quantity
            </th>
          </tr>
        </thead>
        <tbody>
          {soldQuantities(order).map(({ productId, title, left }) => (
            <tr key={productId}>
              <td>{title}</td>
              <td className="r num">{left}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Changed your mind? Open the link in your {SHOP.name} receipt and choose “Give something
        back”.
      </p>
    </section>
  )
}
