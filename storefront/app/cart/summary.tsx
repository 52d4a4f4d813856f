import { Form, Link } from '@remix-run/react'
import { money } from '../lib/money.ts'
import { Notice } from '../ui/notice.tsx'
import { Totals } from '../ui/totals.tsx'
import { limitOn, totalsOf, type CartItem } from './lines.ts'

/** What the cart comes to, with delivery, before anybody is asked for anything. */
export function CartSummary({ lines }: { lines: CartItem[] }) {
  const totals = totalsOf(lines)
  const { pieces, shipping, untilFree } = totals
  const limit = limitOn(lines)
  const hasChanged = lines.some(({ drift }) => drift !== undefined)
  return (
    <section className="card stack stick" aria-labelledby="summary">
      <h2 id="summary">Summary</h2>
      <Totals totals={totals} />
      {shipping > 0 && <p className="muted small">{money(untilFree)} more and delivery is free.</p>}
      {pieces === 0 ? (
        <Link className="btn quiet full" to="/">
          See all products
        </Link>
      ) : limit !== null ? (
        <Notice kind="warn" live="status" title="This cannot be ordered at once">
          <p>{limit}</p>
        </Notice>
      ) : hasChanged ? (
        <Form method="post" action="/cart">
          <input type="hidden" name="intent" value="accept" />
          <button className="btn big full">Accept and check out</button>
        </Form>
      ) : (
        <Link className="btn big full" to="/checkout">
          Check out
        </Link>
      )}
      <p className="muted small">Your card is charged only when every item is set aside for you.</p>
    </section>
  )
}
