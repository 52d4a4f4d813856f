import { EVENTS, toDecimal, type Subject } from '@shop/shared/contracts'
import { readStack } from '@shop/shared/testing'
import { Types } from 'mongoose'
import { withBus } from './stack-bus.ts'
import type { Database } from './stack-databases.ts'

/** One thing that happened to an order, as one of the parts of the shop tells it. */
export interface Happening {
  at: Date
  who: string
  what: string
}

const SUBJECTS = (Object.keys(EVENTS) as Subject[]).filter(
  (subject) => subject !== 'session:revoked' && !subject.startsWith('product:'),
)

/** What the documents of the order, its payment and its reservation tell. */
export async function fromDocuments(
  orderId: string,
  { orders, payments, products }: Record<'orders' | 'payments' | 'products', Database>,
): Promise<Happening[]> {
  const order = await orders.collection('orders').findOne({ _id: new Types.ObjectId(orderId) })
  if (order === null) throw new Error(`no order has the id ${orderId}`)
  const told: Happening[] = order['timeline'].map(({ at, what }: { at: Date; what: string }) => {
    return { at, who: 'order', what }
  })
  told.push({
    at: new Date(),
    who: 'order',
    what: `now ${order['status']} ${order['reason'] ?? ''}`,
  })
  const payment = await payments.collection('payments').findOne({ orderId })
  if (payment !== null)
    told.push({
      at: payment['since'],
      who: 'payment',
      what: `${payment['state']}, attempt ${payment['attempt']}, ${payment['paymentIntentId'] ?? 'no PaymentIntent'} ${payment['lastError'] ?? ''}`,
    })
  const reservation = await products.collection('reservations').findOne({ orderId })
  if (reservation !== null)
    told.push({ at: new Date(), who: 'reservation', what: `now ${reservation['state']}` })
  return told
}

interface Intent {
  paymentIntent: string
  movements: { kind: string; amount: number; at: string }[]
}

/** What the sandbox's ledger tells; nothing with the real Stripe. */
export async function fromLedger(orderId: string): Promise<Happening[]> {
  const { sandbox } = await readStack()
  if (sandbox.pid === 0) return []
  const reply = await fetch(`${sandbox.url}/sandbox/ledger?orderId=${orderId}`)
  const { paymentIntents } = (await reply.json()) as { paymentIntents: Intent[] }
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

/** The events that the broker still has of the order, each once, with how often it was told. */
export function fromBroker(orderId: string): Promise<Happening[]> {
  return withBus(async (bus) => {
    const told = new Map<string, { at: Date; subject: string; times: number }>()
    const heard = SUBJECTS.map((subject) =>
      bus.tail(subject, Date.now(), (text) => {
        if (!text.includes(orderId)) return
        const { at, eventId } = JSON.parse(text).meta
        const times = (told.get(eventId)?.times ?? 0) + 1
        told.set(eventId, { at: new Date(at), subject, times })
      }),
    )
    await Promise.all(heard)
    return [...told.entries()].map(([eventId, { at, subject, times }]) => {
      return { at, who: 'event', what: `${subject} told ${times}× (${eventId})` }
    })
  })
}
