import { Link, useFetcher } from '@remix-run/react'
import type { CartItem } from '../lib/cart.ts'
import type { CartOutcome } from '../lib/change-cart.server.ts'
import { money } from '../lib/money.ts'
import { DriftNotice } from './drift-notice.tsx'
import { Notice } from './notice.tsx'
import { Picture } from './picture.tsx'
import { QuantityField } from './quantity-field.tsx'

const MAX_QUANTITY = 99

/** One line of the cart; what is pressed shows at once and goes back if it fails. */
export function CartLine({ item }: { item: CartItem }) {
  const { productId, title, price, imageUrl, available, drift } = item
  const change = useFetcher<CartOutcome>({ key: `line-${productId}` })
  const removal = useFetcher<CartOutcome>({ key: `remove-${productId}` })
  const isRemoved = removal.state !== 'idle'
  const asked = change.formData?.get('quantity')
  const quantity = typeof asked === 'string' ? Number(asked) : item.quantity
  const message = change.data?.message ?? removal.data?.message
  if (isRemoved) return null
  const set = (wanted: number) =>
    change.submit(
      { intent: 'set', productId, quantity: String(wanted) },
      { method: 'post', action: '/cart' },
    )
  return (
    <li className={drift === 'gone' ? 'gone' : ''}>
      <Picture url={imageUrl} alt="" view="line" isEarly />
      <div className="line-body">
        <div className="line-head">
          <h2>
            <Link to={`/products/${productId}`}>{title}</Link>
          </h2>
          <p className="price">{money(price * quantity)}</p>
          {quantity > 1 && <p className="muted small">{money(price)} each</p>}
        </div>
        <DriftNotice item={item} accept={set} />
        {message !== undefined && (
          <Notice kind="danger" live="status">
            <p>{message}</p>
          </Notice>
        )}
        <div className="row between">
          {drift !== 'gone' && (
            <change.Form method="post" action="/cart" className="row">
              <input type="hidden" name="intent" value="set" />
              <input type="hidden" name="productId" value={productId} />
              <QuantityField
                key={quantity}
                id={`quantity-${productId}`}
                name={title}
                max={Math.max(1, Math.min(available, MAX_QUANTITY))}
                defaultValue={quantity}
                onChange={(wanted) => {
                  if (wanted !== quantity) set(wanted)
                }}
              />
              <noscript>
                <button className="btn quiet small">Change</button>
              </noscript>
            </change.Form>
          )}
          <removal.Form method="post" action="/cart">
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="productId" value={productId} />
            <button className="btn text small" aria-label={`Remove ${title}`}>
              Remove
            </button>
          </removal.Form>
        </div>
      </div>
    </li>
  )
}
