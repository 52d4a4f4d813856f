import { failedRefunds } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { Notice } from '../ui/notice.tsx'
import { partsText } from '../ui/parts-text.ts'
import { Said } from '../ui/said.tsx'
import { ActForm } from './act-form.tsx'
import { Fold } from './fold.tsx'
import type { OrderPage } from './order-page.ts'

/** Refunds that failed and were not made since, each with another try. */
export function AgainForms({ order, sellers, idempotencyKey, fault }: OrderPage) {
  return failedRefunds(order).map(({ id, amount, sellerId = '' }) => (
    <section key={id} className="card stack" aria-label={`Refund of ${money(amount)} that failed`}>
      <Notice kind="danger">
        <p>
          <strong>{money(amount)} could not be refunded.</strong> The money is still with{' '}
          {sellers[sellerId] ?? 'the seller'}.
        </p>
      </Notice>
      <ActForm
        intent={`again-${id}`}
        idempotencyKey={idempotencyKey}
        fault={fault}
        button="Try the refund again"
        pendingText="Trying…"
      >
        <input type="hidden" name="sellerId" value={sellerId} />
        <input type="hidden" name="refundId" value={id} />
      </ActForm>
    </section>
  ))
}

/** Returns that are not refunded yet. */
export function ReturnForms({ order, sellers, idempotencyKey, fault }: OrderPage) {
  const open = order.returns.filter(({ status }) => status === 'Asked' || status === 'Accepted')
  return open.map(({ id, sellerId, lines, status, note }) => (
    <section key={id} className="card stack g3" aria-label={`Return to ${sellers[sellerId]}`}>
      <h2 className="small-title">
        {status === 'Asked' ? 'Return requested' : 'Return accepted'}, to {sellers[sellerId]}
      </h2>
      <p>{partsText(order, lines)}</p>
      {note !== undefined && <Said who="The buyer wrote:">{note}</Said>}
      <Fold isOpen={fault?.values['intent'] === `returned-${id}`}>
        <summary>End this return with its refund</summary>
        <ActForm
          intent={`returned-${id}`}
          idempotencyKey={idempotencyKey}
          fault={fault}
          button="Refund the return"
          pendingText="Refunding…"
        >
          <input type="hidden" name="sellerId" value={sellerId} />
          <input type="hidden" name="returnId" value={id} />
          <label className="tick">
            <input type="checkbox" name="restock" />
            The goods are back: put them back in stock
          </label>
        </ActForm>
      </Fold>
    </section>
  ))
}
