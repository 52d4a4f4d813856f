import { html } from 'hono/html'
import type { DatedMovement } from '../ledger/movements.ts'
import { toText } from '../rules/amounts.ts'
import type { Payment } from './overview.ts'
import { type Markup, timeTag } from './page.ts'

const TONES: Record<string, string> = {
  requires_action: 'wait',
  requires_capture: 'wait',
  succeeded: 'good',
}

/** A payment in the list, with its movements of money. */
export function paymentRow({ intent, card, movements }: Payment): Markup {
  const { amount, currency, status, metadata, created, id } = intent
  return html`<h3>
      ${toText(amount, currency)} <span class="badge ${TONES[status]}">${status}</span>
    </h3>
    <dl>
      <dt>Order</dt>
      <dd>${metadata['orderId'] ?? 'none'}</dd>
      <dt>Card</dt>
      <dd>${card ?? 'none yet'}</dd>
    </dl>
    ${movements.length === 0 ? null : moneyList(movements, currency)}
    <p class="soft">${timeTag(created * 1000)} <code>${id}</code></p>`
}

function moneyList(movements: DatedMovement[], currency: string): Markup {
  const line = ({ kind, amount, at }: DatedMovement) =>
    html`<li>
      <span>${kind} <strong>${toText(amount, currency)}</strong></span> ${timeTag(Date.parse(at))}
    </li>`
  return html`<ol class="money">
    ${movements.map(line)}
  </ol>`
}
