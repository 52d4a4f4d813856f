import { money } from '../lib/money.ts'
import { count } from '../lib/words.ts'

export interface Amounts {
  pieces: number
  goods: number
  shipping: number
  total: number
}

/** What it comes to. */
export function Totals({ totals: { pieces, goods, shipping, total } }: { totals: Amounts }) {
  return (
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
  )
}
