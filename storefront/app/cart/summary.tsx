import { Form, Link } from '@remix-run/react'
import { money } from '../lib/money.ts'
import { arrivalText } from '../ui/arrival.ts'
import { Notice } from '../ui/notice.tsx'
import { Totals } from '../ui/totals.tsx'
import { orderLimit, totalsOf, type CartItem } from './lines.ts'

export function CartSummary({ lines }: { lines: CartItem[] }) {
  const totals = totalsOf(lines)
  const { itemCount, shipping, untilFree } = totals
  const limit = orderLimit(lines)
  const hasChanged = lines.some(({ drift }) => drift !== undefined)
  return (
    <section className="card stack stick" aria-labelledby="summary">
      <h2 id="summary">Order summary</h2>
      <Totals totals={totals} />
      {shipping > 0 && <p className="muted small">{money(untilFree)} more and shipping is free.</p>}
      {itemCount > 0 && <p className="muted small">Arrives {arrivalText()}, later abroad.</p>}
      {itemCount === 0 ? (
        <Link className="btn quiet full" to="/">
          See all products
        </Link>
      ) : limit !== null ? (
        <Notice kind="warn" live="status" title="This can’t be placed as one order">
          <p>{limit}</p>
        </Notice>
      ) : hasChanged ? (
        <Form method="post" action="/cart">
          <input type="hidden" name="intent" value="accept" />
          <button className="btn big full">Accept changes and check out</button>
        </Form>
      ) : (
        <Link className="btn big full" to="/checkout">
          Checkout
        </Link>
      )}
      <p className="muted small">Your card is charged only when every item is reserved for you.</p>
    </section>
  )
}
