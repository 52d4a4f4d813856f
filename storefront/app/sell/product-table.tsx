import { Link } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { Badge } from '../ui/badge.tsx'
import { Picture } from '../ui/picture.tsx'
import { LOW_STOCK } from '../ui/stock-note.tsx'
import { SellArchive } from './archive.tsx'
import { pieces, productStatus } from './labels.ts'
import { SellRestore } from './restore.tsx'

export type SellRow = Pick<
  ProductResponse,
  'id' | 'title' | 'price' | 'quantity' | 'available' | 'archived' | 'imageUrl'
>

/** A seller's products. */
export function SellProductTable({ products }: { products: SellRow[] }) {
  return (
    <table className="shelf">
      <thead>
        <tr>
          <th scope="col">Product</th>
          <th scope="col" className="r">
            Price
          </th>
          <th scope="col" className="r">
            In stock
          </th>
          <th scope="col">Status</th>
          <th scope="col">
            <span className="sr">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <Row key={product.id} product={product} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ product }: { product: SellRow }) {
  const { id, title, price, imageUrl } = product
  return (
    <tr>
      <td className="what">
        <Link to={`/sell/products/${id}`}>
          <Picture url={imageUrl} alt="" view="thumb" />
          <span>{title}</span>
        </Link>
      </td>
      <td className="r price">{money(price)}</td>
      <td className="r count">
        <Stock product={product} />
      </td>
      <td className="status">
        <Badge status={productStatus(product)} />
      </td>
      <td className="doings">
        <Actions product={product} />
      </td>
    </tr>
  )
}

function Stock({ product: { quantity, available } }: { product: SellRow }) {
  const held = quantity - available
  const isLow = available > 0 && available <= LOW_STOCK
  return (
    <>
      <span className={isLow ? 'low' : ''}>
        {pieces(quantity)}
        <span className="unit"> in stock</span>
        {isLow && ', low'}
      </span>
      {held > 0 && <span className="muted held"> ({pieces(held)} set aside)</span>}
    </>
  )
}

function Actions({ product }: { product: SellRow }) {
  const { id, title, archived } = product
  const what = <span className="sr"> {title}</span>
  return (
    <div className="doing">
      <Link className="btn text small" to={`/sell/products/${id}`}>
        Edit{what}
      </Link>
      <Link className="btn text small" to={`/sell/products/${id}/stock`}>
        Stock<span className="sr"> of {title}</span>
      </Link>
      {archived ? (
        <SellRestore id={id} className="text small">
          Restore{what}
        </SellRestore>
      ) : (
        <SellArchive product={product} className="btn text small">
          Archive{what}
        </SellArchive>
      )}
    </div>
  )
}
