import { carrierName, type MessageResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { Badge } from '../ui/badge.tsx'
import { cardText } from '../ui/card-text.ts'
import { Notice } from '../ui/notice.tsx'
import { OrderLines } from '../ui/order-lines.tsx'
import { orderStatus } from '../ui/order-status.ts'
import { parcelStatus } from '../ui/parcel-status.ts'
import { Time } from '../ui/time.tsx'
import { useEntryHeading } from '../ui/use-entry-heading.ts'
import { MessageTable } from './message-table.tsx'
import { AgainForms, ReturnForms } from './order-acts.tsx'
import type { OrderPage } from './order-page.ts'
import { eventsOf } from './order-words.ts'
import { ConfirmCard, RefundCard } from './refund-card.tsx'
import { SaleCard } from './sale-card.tsx'

export function OrderView(props: OrderPage) {
  const { order, messages, sellers } = props
  const { number, createdAt, email, total, payment, items, parcels } = order
  const heading = useEntryHeading()
  const nameOf = (id: string) => sellers[id] ?? 'the seller'
  return (
    <>
      <div>
        <div className="row">
          <h1 ref={heading} tabIndex={-1}>
            Order {number}
          </h1>
          <Badge status={orderStatus(order)} />
        </div>
        <p className="muted">
          Placed <Time at={createdAt} show="moment" />
          {email !== undefined && ` by ${email}`}. {money(total)}
          {payment !== undefined && ` with ${cardText(payment)}`}.
        </p>
      </div>
      <ConfirmCard {...props} />
      <AgainForms {...props} />
      <ReturnForms {...props} />
      <section className="card stack" aria-labelledby="items">
        <h2 id="items" className="small-title">
          Items
        </h2>
        <OrderLines lines={items} sellers={sellers} />
        {parcels.length > 0 && (
          <ul className="stack g2" aria-label="Parcels">
            {parcels.map(({ sellerId, status, carrier, tracking }) => (
              <li key={sellerId} className="row small">
                <Badge status={parcelStatus(status)} />
                <span>
                  {nameOf(sellerId)}
                  {carrier !== undefined && `, ${carrierName(carrier) ?? 'another carrier'}`}
                  {tracking !== undefined && ` ${tracking}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card stack" aria-labelledby="history">
        <h2 id="history" className="small-title">
          History
        </h2>
        <ol className="history">
          {eventsOf(order, nameOf).map(({ at, text }) => (
            <li key={at + text} className="small">
              <span className="muted">
                <Time at={at} show="moment" />
              </span>
              <span className="break">{text}</span>
            </li>
          ))}
        </ol>
      </section>
      <SaleCard {...props} />
      <RefundCard {...props} />
      <section className="card stack" aria-labelledby="mails">
        <h2 id="mails" className="small-title">
          Messages
        </h2>
        <Messages messages={messages} />
      </section>
    </>
  )
}

function Messages({ messages }: { messages: MessageResponse[] | null }) {
  if (messages === null)
    return (
      <Notice kind="danger">
        <p>Messages can’t be reached. Try again in a moment.</p>
      </Notice>
    )
  if (messages.length === 0) return <p className="muted">No messages about this order.</p>
  return <MessageTable messages={messages} action="/staff/messages" />
}
