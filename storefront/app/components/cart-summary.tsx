import { Link } from '@remix-run/react'
import { totalsOf, type CartItem } from '../lib/cart.ts'
import { money } from '../lib/money.ts'
import { count } from '../lib/words.ts'

/** What the cart comes to, with delivery, before anybody is asked for anything. */
export function CartSummary({ lines }: { lines: CartItem[] }) {
  const { pieces, goods, shipping, total, untilFree } = totalsOf(lines)
  return (
    <section className="card stack stick" aria-labelledby="summary">
      <h2 id="summary">Summary</h2>
      <dl className="totals">
        <div>
          <dt>{count(pieces, 'item')}</dt>
          <dd>{money(goods)}</dd>
        </div>
        <div>
          <dt>Delivery</dt>
          <dd>{shipping === 0 ? 'Free' : money(shipping)}</dd>
        </div>
        <div className="total">
          <dt>Total</dt>
          <dd>{money(total)}</dd>
        </div>
      </dl>
      {shipping > 0 && <p className="muted small">{money(untilFree)} more and delivery is free.</p>}
      {pieces > 0 ? (
        <Link className="btn big full" to="/checkout" prefetch="intent">
          Check out
        </Link>
      ) : (
        <Link className="btn quiet full" to="/">
          See all products
        </Link>
      )}
      <p className="muted small">Your card is charged only when every item is set aside for you.</p>
    </section>
  )
}
