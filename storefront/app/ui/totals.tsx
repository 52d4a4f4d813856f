import { money } from '../lib/money.ts'
import { count } from '../lib/words.ts'

export interface Amounts {
  itemCount: number
  subtotal: number
  shipping: number
  total: number
}

export function Totals({ totals: { itemCount, subtotal, shipping, total } }: { totals: Amounts }) {
  return (
    <dl className="totals">
      <div>
        <dt>{count(itemCount, 'item')}</dt>
        <dd>{money(subtotal)}</dd>
      </div>
      <div>
        <dt>Shipping</dt>
        <dd>{shipping === 0 ? 'Free' : money(shipping)}</dd>
      </div>
      <div className="total">
        <dt>Total</dt>
        <dd>{money(total)}</dd>
      </div>
    </dl>
  )
}
