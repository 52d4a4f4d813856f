import { Link } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { Badge } from '../ui/badge.tsx'
import { Picture } from '../ui/picture.tsx'
import { LOW_STOCK } from '../ui/stock-note.tsx'
import { ArchiveLink } from './archive.tsx'
import { formatCount, productStatus } from './labels.ts'
import { RestoreButton } from './restore.tsx'

export type ProductRow = Pick<
  ProductResponse,
  'id' | 'title' | 'price' | 'quantity' | 'available' | 'archived' | 'imageUrl'
>

export function ProductTable({ products }: { products: ProductRow[] }) {
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

function Row({ product }: { product: ProductRow }) {
  const { id, title, price, imageUrl } = product
  return (
    <tr>
      <td className="product-cell">
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
      <td className="actions-cell">
        <Actions product={product} />
      </td>
    </tr>
  )
}

function Stock({ product: { quantity, available } }: { product: ProductRow }) {
  const reserved = quantity - available
  const isLow = available > 0 && available <= LOW_STOCK
  return (
    <>
      <span className={isLow ? 'low' : ''}>
        {formatCount(quantity)}
        <span className="unit"> in stock</span>
        {isLow && ', low'}
      </span>
      {reserved > 0 && <span className="muted reserved"> ({formatCount(reserved)} reserved)</span>}
    </>
  )
}

function Actions({ product }: { product: ProductRow }) {
  const { id, title, archived } = product
  const productName = <span className="sr"> {title}</span>
  return (
    <div className="row-actions">
      <Link className="btn text small" to={`/sell/products/${id}`}>
        Edit{productName}
      </Link>
      <Link className="btn text small" to={`/sell/products/${id}/stock`}>
        Stock<span className="sr"> of {title}</span>
      </Link>
      {archived ? (
        <RestoreButton id={id} className="text small">
          Restore{productName}
        </RestoreButton>
      ) : (
        <ArchiveLink product={product} className="btn text small">
          Archive{productName}
        </ArchiveLink>
      )}
    </div>
  )
}
