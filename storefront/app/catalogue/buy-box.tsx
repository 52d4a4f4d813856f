import { Link } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { sellerName } from '../lib/words.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { StockNote } from '../ui/stock-note.tsx'
import { BuyForm } from './buy-form.tsx'
import { Price } from './price.tsx'

const FACTS: [IconName, string][] = [
  ['truck', 'Delivery $4.90, free from $60.00.'],
  ['lock', 'Your card is charged only when every item is set aside for you.'],
  ['clock', 'You can cancel until it is paid; a cancelled order costs nothing.'],
]

interface BuyBoxProps {
  product: ProductResponse
  isOwn: boolean
}

/** Everything needed to decide, and the button. */
export function BuyBox({ product, isOwn }: BuyBoxProps) {
  const { id, title, price, available, archived, userId, description } = product
  return (
    <div className="buy stack stick">
      <div className="stack g2">
        <h1>{title}</h1>
        <p className="muted">
          Sold by <Link to={`/?seller=${userId}`}>{sellerName(product.sellerName, userId)}</Link>
        </p>
      </div>
      <Price amount={price} />
      {archived ? (
        <Notice kind="info" title="No longer sold">
          <p>The seller has taken this product out of the shop.</p>
        </Notice>
      ) : (
        <StockNote available={available} />
      )}
      {isOwn ? (
        <Link className="btn big full" to={`/sell/products/${id}`}>
          Edit this product
        </Link>
      ) : (
        <BuyForm product={product} />
      )}
      <ul className="facts">
        {FACTS.map(([icon, text]) => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {description !== '' && (
        <section aria-labelledby="about" className="stack g2">
          <h2 id="about" className="small-title">
            About it
          </h2>
          <p className="prose">{description}</p>
        </section>
      )}
    </div>
  )
}
