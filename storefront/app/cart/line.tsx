import { Link } from '@remix-run/react'
import { MAX_PER_LINE } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Picture } from '../ui/picture.tsx'
import { useCartQueue } from '../ui/use-cart-queue.ts'
import { DriftNotice } from './drift-notice.tsx'
import { CartLineForms } from './line-forms.tsx'
import type { CartItem } from './lines.ts'

/** What only its seller may see has no title any more. */
const GONE = 'A product that is no longer for sale'

interface CartLineProps {
  item: CartItem
  /** The name of the seller's shop, if there is one. */
  shop?: string | undefined
}

export function CartLine({ item, shop }: CartLineProps) {
  const { productId, sellerId, title, price, imageUrl, available, drift } = item
  const { fault, pendingQuantity, change } = useCartQueue({
    fieldsOf: (next) => ({ intent: 'set', productId, quantity: String(next) }),
    isRelative: false,
    key: `line-${productId}`,
  })
  const quantity = pendingQuantity ?? item.quantity
  if (quantity === 0) return null
  return (
    <li className={drift === 'gone' ? 'gone' : ''}>
      <Picture url={imageUrl} alt="" view="line" isEarly />
      <div className="line-body">
        <div className="line-head">
          <h2>{title === '' ? GONE : <Link to={`/products/${productId}`}>{title}</Link>}</h2>
          <p className="price">{money(price * quantity)}</p>
          {shop !== undefined && (
            <p className="muted small">
              Sold by <Link to={`/shops/${sellerId}`}>{shop}</Link>
            </p>
          )}
          {quantity > 1 && <p className="muted small">{money(price)} each</p>}
        </div>
        <DriftNotice item={item} accept={change} />
        <FaultNotice fault={fault} />
        <CartLineForms
          item={title === '' ? { ...item, title: GONE } : item}
          quantity={quantity}
          max={Math.max(1, Math.min(available, MAX_PER_LINE))}
          change={change}
        />
      </div>
    </li>
  )
}
