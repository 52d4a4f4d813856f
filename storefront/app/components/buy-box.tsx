import { Link, useFetcher } from '@remix-run/react'
import { MAX_PER_LINE, type ProductReply } from '@shop/shared/contracts'
import { faultText, type FormFault } from '../lib/forms.ts'
import { sellerName } from '../lib/words.ts'
import { GuestField } from './guest-field.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Notice } from './notice.tsx'
import { Price } from './price.tsx'
import { QuantityField } from './quantity-field.tsx'
import { StockNote } from './stock-note.tsx'
import { Submit } from './submit.tsx'

const FACTS: [IconName, string][] = [
  ['truck', 'Delivery $4.90, free from $60.00.'],
  ['lock', 'Your card is charged only when every item is set aside for you.'],
  ['clock', 'You can cancel until it is paid; a cancelled order costs nothing.'],
]

interface BuyBoxProps {
  product: ProductReply
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
        <Buy product={product} />
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

function Buy({ product: { id, title, available, archived, category } }: { product: ProductReply }) {
  const adding = useFetcher<FormFault | null>()
  if (archived || available <= 0)
    return (
      <Link className="btn quiet big full" to={category === null ? '/' : `/?category=${category}`}>
        See similar products
      </Link>
    )
  const { data, state } = adding
  return (
    <adding.Form method="post" action="/cart" className="stack g3">
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="productId" value={id} />
      <GuestField />
      <QuantityField name={title} max={Math.min(available, MAX_PER_LINE)} quantity={1} />
      <Submit className="big full" isPending={state !== 'idle'} pendingText="Adding…">
        Add to cart
      </Submit>
      <div aria-live="polite">
        {state === 'idle' && data !== undefined && (
          <Notice kind={data === null ? 'ok' : 'danger'}>
            <p>
              {data === null ? 'It is in your cart.' : faultText(data)}{' '}
              <Link to="/cart">Go to your cart</Link>
            </p>
          </Notice>
        )}
      </div>
    </adding.Form>
  )
}
