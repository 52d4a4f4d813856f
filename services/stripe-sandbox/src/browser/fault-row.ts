import { html } from 'hono/html'
import type { Fault } from '../faults/store.ts'
import type { Markup } from './page.ts'

/** An armed fault in the list. */
export function faultRow({ call, kind, times, ms, orderId, card }: Fault): Markup {
  return html`<h3><code>${call}: ${kind}</code> <span class="badge bad">${times}× left</span></h3>
    <dl>
      ${
        orderId === null
          ? null
          : html`<dt>Order</dt>
              <dd>${orderId}</dd>`
      }
      ${
        card === null
          ? null
          : html`<dt>Card</dt>
              <dd>ending in ${card.slice(-4)}</dd>`
      }
      ${
        hasWait(kind)
          ? html`<dt>Wait</dt>
              <dd>${ms} ms</dd>`
          : null
      }
    </dl>`
}

function hasWait(kind: Fault['kind']): boolean {
  return kind === 'delay' || kind === 'shuffle' || kind === 'timeout-after-commit'
}
