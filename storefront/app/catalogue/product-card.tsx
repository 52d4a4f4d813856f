import { Link } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { sellerName } from '../lib/words.ts'
import { Picture } from '../ui/picture.tsx'
import { LOW_STOCK, StockNote } from '../ui/stock-note.tsx'
import { AddButton } from './add-button.tsx'
import { Price } from './price.tsx'

export type CardProduct = Pick<
  ProductResponse,
  'id' | 'title' | 'price' | 'available' | 'imageUrl' | 'userId' | 'sellerName' | 'archived'
>

interface ProductCardProps {
  product: CardProduct
  /** 0 for the first one on the page. */
  position: number
  /** How many are in the first row on the widest screen. */
  early?: number
}

export function ProductCard({ product, position, early = 4 }: ProductCardProps) {
  const { id, title, price, available, imageUrl } = product
  const isSold = available <= 0
  return (
    <li className={isSold ? 'product sold' : 'product'}>
      <div className="product-text">
        <h3>
          <Link to={`/products/${id}`}>{title}</Link>
        </h3>
        <p className="seller">{sellerName(product.sellerName, product.userId)}</p>
        <Price amount={price} />
        {!isSold && available <= LOW_STOCK && <StockNote available={available} />}
      </div>
      <div className="product-picture">
        <Picture
          url={imageUrl}
          alt=""
          view="card"
          isEarly={position < early}
          isFirst={position === 0}
        />
        {isSold && <span className="badge solid">Sold out</span>}
      </div>
      {!isSold && <AddButton productId={id} title={title} />}
    </li>
  )
}
