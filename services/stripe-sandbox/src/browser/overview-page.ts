import type { Database } from 'bun:sqlite'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { eventRow } from './event-row.ts'
import { faultRow } from './fault-row.ts'
import { readOverview, type Cursors } from './overview.ts'
import { showPage, type Markup } from './page.ts'
import { paymentRow } from './payment-row.ts'

type Section = keyof Cursors

/** The overview page: payments, events and armed faults. */
export function showOverview(c: Context, db: Database) {
  const cursors: Cursors = { payments: c.req.query('payments'), events: c.req.query('events') }
  const { payments, events, faults } = readOverview(db, cursors)
  const main = html`<h1>Payments and events</h1>
    <p class="soft">Newest first. All times are UTC.</p>
    <nav aria-label="On this page">
      <a href="#payments">Payments</a>
      <a href="#faults">Armed faults (${faults.length})</a>
      <a href="#events">Events</a>
    </nav>
    <div class="columns">
      <section id="payments" aria-labelledby="payments-title">
        <h2 id="payments-title">Payments</h2>
        ${rows(payments.rows.map(paymentRow), 'No payments yet.')}
        ${pager('payments', cursors, payments.older)}
      </section>
      <div>
        <section id="faults" aria-labelledby="faults-title">
          <h2 id="faults-title">Armed faults</h2>
          ${rows(faults.map(faultRow), 'No armed faults.')}
        </section>
        <section id="events" aria-labelledby="events-title">
          <h2 id="events-title">Events</h2>
          ${rows(events.rows.map(eventRow), 'No events yet.')}
          ${pager('events', cursors, events.older)}
        </section>
      </div>
    </div>`
  return showPage(c, { title: 'Payments and events', main })
}

function rows(items: Markup[], none: string): Markup {
  if (items.length === 0) return html`<p class="soft">${none}</p>`
  return html`<ul class="rows">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

function pager(section: Section, cursors: Cursors, older: string | null) {
  const isFirst = cursors[section] === undefined
  if (isFirst && older === null) return null
  return html`<nav aria-label="Pages of ${section}">
    ${isFirst ? null : html`<a href="${link(section, cursors, undefined)}">Newest ${section}</a>`}
    ${older === null ? null : html`<a href="${link(section, cursors, older)}">Older ${section}</a>`}
  </nav>`
}

function link(section: Section, cursors: Cursors, after: string | undefined): string {
  const query = new URLSearchParams()
  for (const [name, id] of Object.entries({ ...cursors, [section]: after }))
    if (id !== undefined) query.set(name, id)
  return `?${query}#${section}`
}
