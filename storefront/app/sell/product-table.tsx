import { Link } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { Badge } from '../ui/badge.tsx'
import { Picture } from '../ui/picture.tsx'
import { LOW_STOCK } from '../ui/stock-note.tsx'
import { BULK_FORM } from './bulk-bar.tsx'
import { itemValue } from './bulk-form.ts'
import { formatCount, productStatus } from './labels.ts'
import { RowActions } from './row-actions.tsx'

export type ProductRow = Pick<
  ProductResponse,
  'id' | 'title' | 'price' | 'quantity' | 'available' | 'archived' | 'off' | 'imageUrl' | 'version'
>

interface ProductTableProps {
  products: ProductRow[]
  selected: ReadonlySet<string>
  toggle: (id: string) => void
}

export function ProductTable({ products, selected, toggle }: ProductTableProps) {
  return (
    <table className="shelf">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">Select</span>
          </th>
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
          <Row
            key={product.id}
            product={product}
            isSelected={selected.has(product.id)}
            toggle={() => toggle(product.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  product: ProductRow
  isSelected: boolean
  toggle: () => void
}

function Row({ product, isSelected, toggle }: RowProps) {
  const { id, title, price, imageUrl } = product
  return (
    <tr>
      <td className="select-cell">
        <label className="tick-only" htmlFor={`select-${id}`}>
          <input
            id={`select-${id}`}
            type="checkbox"
            aria-label={`Select ${title}`}
            form={BULK_FORM}
            name="item"
            value={itemValue(product)}
            checked={isSelected}
            onChange={toggle}
          />
        </label>
      </td>
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
        <RowActions product={product} />
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
