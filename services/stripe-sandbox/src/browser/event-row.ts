import { html } from 'hono/html'
import type { DeliveryState } from '../webhooks/queue.ts'
import type { EventEntry } from './overview.ts'
import { type Markup, timeTag } from './page.ts'

/** An event in the list, with its deliveries. */
export function eventRow({ event, orderId, deliveries }: EventEntry): Markup {
  return html`<h3><code>${event.type}</code></h3>
    ${deliveries.length === 0 ? html`<p><span class="badge">dropped</span> never sent</p>` : null}
    ${deliveries.map(deliveryLine)}
    <p class="soft">
      ${orderId === null ? null : html`<span>Order ${orderId}</span>`}
      ${timeTag(event.created * 1000)} <code>${event.id}</code>
    </p>`
}

function deliveryLine({ attempts, due, refusal }: DeliveryState): Markup {
  const tried = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`
  const why = refusal === null ? '' : `, last response: ${refusal}`
  if (due !== null)
    return html`<p><span class="badge wait">waiting</span> ${tried}${why}, next ${timeTag(due)}</p>`
  const [word, tone] = refusal === null ? ['delivered', 'good'] : ['failed', 'bad']
  return html`<p><span class="badge ${tone}">${word}</span> ${tried}${why}</p>`
}
