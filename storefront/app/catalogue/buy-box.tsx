import { Link } from '@remix-run/react'
import {
  FREE_SHIPPING_FROM,
  shippingFor,
  toDecimal,
  type ProductResponse,
} from '@shop/shared/contracts'
import type { ReactNode } from 'react'
import { money } from '../lib/money.ts'
import { sellerName } from '../lib/words.ts'
import { arrivalText } from '../ui/arrival.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { StockNote } from '../ui/stock-note.tsx'
import { BuyForm } from './buy-form.tsx'
import { Price } from './price.tsx'

function factsNow(): [IconName, ReactNode][] {
  return [
    [
      'truck',
      <>
        Arrives {arrivalText()}, later abroad. <Link to="/delivery">Shipping</Link> is{' '}
        {money(toDecimal(shippingFor(0)))}, and free for {money(toDecimal(FREE_SHIPPING_FROM))} or
        more.
      </>,
    ],
    ['lock', 'Your card is charged only when every item is reserved for you.'],
    [
      'return',
      <>
        <Link to="/returns">Give it back</Link> up to 30 days after delivery.
      </>,
    ],
  ]
}

/** A seller without a name has no shop page, only products. */
const shopPath = ({ sellerName: name, userId }: ProductResponse) =>
  name === undefined ? `/?seller=${userId}` : `/shops/${userId}`

interface BuyBoxProps {
  product: ProductResponse
  isOwn: boolean
}

export function BuyBox({ product, isOwn }: BuyBoxProps) {
  const { id, title, price, available, archived, userId, description } = product
  return (
    <div className="buy stack stick">
      <div className="stack g2">
        <h1>{title}</h1>
        <p className="muted">
          Sold by <Link to={shopPath(product)}>{sellerName(product.sellerName, userId)}</Link>
        </p>
      </div>
      <Price amount={price} />
      {archived ? (
        <Notice kind="info" title="No longer sold">
          <p>The seller removed this product from the shop.</p>
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
        {factsNow().map(([icon, text]) => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {description !== '' && (
        <section aria-labelledby="description" className="stack g2">
          <h2 id="description" className="small-title">
            Description
          </h2>
          <p className="prose">{description}</p>
        </section>
      )}
    </div>
  )
}
