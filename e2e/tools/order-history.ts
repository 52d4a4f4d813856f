import { EVENTS, toDecimal, type Subject } from '@shop/shared/contracts'
import { readStack } from '@shop/shared/testing'
import { Types } from 'mongoose'
import { withBus } from './stack-bus.ts'
import type { Database } from './stack-databases.ts'

/** A step in the history of an order. */
export interface HistoryEntry {
  at: Date
  who: string
  what: string
}

const SUBJECTS = (Object.keys(EVENTS) as Subject[]).filter(
  (subject) => subject !== 'session:revoked' && !subject.startsWith('product:'),
)

/** The history in the documents of order, payment and reservation. */
export async function fromDocuments(
  orderId: string,
  { orders, payments, products }: Record<'orders' | 'payments' | 'products', Database>,
): Promise<HistoryEntry[]> {
  const order = await orders.collection('orders').findOne({ _id: new Types.ObjectId(orderId) })
  if (order === null) throw new Error(`no order has the id ${orderId}`)
  const entries: HistoryEntry[] = order['timeline'].map(
    ({ at, what }: { at: Date; what: string }) => {
      return { at, who: 'order', what }
    },
  )
  entries.push({
    at: new Date(),
    who: 'order',
    what: `now ${order['status']} ${order['reason'] ?? ''}`,
  })
  const payment = await payments.collection('payments').findOne({ orderId })
  if (payment !== null)
    entries.push({
      at: payment['since'],
      who: 'payment',
      what: `${payment['state']}, attempt ${payment['attempt']}, ${payment['paymentIntentId'] ?? 'no PaymentIntent'} ${payment['lastError'] ?? ''}`,
    })
  const reservation = await products.collection('reservations').findOne({ orderId })
  if (reservation !== null)
    entries.push({ at: new Date(), who: 'reservation', what: `now ${reservation['state']}` })
  return entries
}

interface Intent {
  paymentIntent: string
  movements: { kind: string; amount: number; at: string }[]
}

/** The history in the sandbox's ledger; empty with the real Stripe. */
export async function fromLedger(orderId: string): Promise<HistoryEntry[]> {
  const { sandbox } = await readStack()
  if (sandbox.pid === 0) return []
  const response = await fetch(`${sandbox.url}/sandbox/ledger?orderId=${orderId}`)
  const { paymentIntents } = (await response.json()) as { paymentIntents: Intent[] }
  return paymentIntents.flatMap(({ paymentIntent, movements }) =>
    movements.map(({ kind, amount, at }) => {
      return {
        at: new Date(at),
        who: 'ledger',
        what: `${kind} ${toDecimal(amount)} (${paymentIntent})`,
      }
    }),
  )
}

/** The order's events in the broker, with how often each was published. */
export function fromBroker(orderId: string): Promise<HistoryEntry[]> {
  return withBus(async (bus) => {
    const published = new Map<string, { at: Date; subject: string; times: number }>()
    const subscriptions = SUBJECTS.map((subject) =>
      bus.tail(subject, Date.now(), (text) => {
        if (!text.includes(orderId)) return
        const { at, eventId } = JSON.parse(text).meta
        const times = (published.get(eventId)?.times ?? 0) + 1
        published.set(eventId, { at: new Date(at), subject, times })
      }),
    )
    await Promise.all(subscriptions)
    return [...published.entries()].map(([eventId, { at, subject, times }]) => {
      return { at, who: 'event', what: `${subject} published ${times}× (${eventId})` }
    })
  })
}
