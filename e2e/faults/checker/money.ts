import { toDecimal } from '@shop/shared/contracts'
import type { Facts, Intent, Order, Payment } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'intents' | 'orders' | 'payments'>

/** Checks Stripe's sums against the orders, to the cent. */
export function checkMoney({ intents, orders, payments }: Seen): Finding[] {
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]))
  const intentsOf = Map.groupBy(intents, ({ orderId }) => orderId)
  const expectedOf = (order: Order) => expectedFor(order, paymentOf.get(order.id))
  const orderOf = ({ orderId }: Intent) => orders.get(orderId ?? '')
  return [
    compareEach('captured money equals the price of completed orders', orders.values(), (order) => {
      const [kept, expected] = [sum(intentsOf.get(order.id) ?? [], keptOf), expectedOf(order)]
      return kept === expected ? null : `${order.id} ${order.status}: ${instead(kept, expected)}`
    }),
    sumOfAll(sum(intents, keptOf), sum([...orders.values()], expectedOf), intents.length),
    compareEach('at most one PaymentIntent per order', orders.values(), ({ id }) => {
      const count = intentsOf.get(id)?.length ?? 0
      return count > 1 ? `${id} has ${count}` : null
    }),
    compareEach('every PaymentIntent belongs to its order and payment', intents, (intent) =>
      ownerMismatch(intent, orderOf(intent), paymentOf.get(intent.orderId ?? '')),
    ),
    compareEach('PaymentIntent amount equals order total', intents, (intent) =>
      amountMismatch(intent, orderOf(intent)),
    ),
    compareEach('no authorization is left open', intents, (intent) => {
      const held = intent.authorised - intent.captured - intent.released
      return held === 0 ? null : `${nameOf(intent)} holds ${toDecimal(held)}`
    }),
    compareEach('no refund is made twice', intents, (intent) => {
      const ids = madeRefunds(intent)
      return new Set(ids).size === ids.length ? null : `${nameOf(intent)}: ${ids.join(', ')}`
    }),
  ]
}

function sumOfAll(kept: number, expected: number, checked: number): Finding {
  const mismatches = kept === expected ? [] : [`all PaymentIntents: ${instead(kept, expected)}`]
  return { name: 'sum over all orders', checked, mismatches }
}

function expectedFor({ status, total }: Order, payment: Payment | undefined): number {
  if (status !== 'Complete') return 0
  const refunds = payment?.refunds ?? []
  const done = refunds.filter(({ state, reversed }) => state === 'done' && reversed !== true)
  return total - sum(done, ({ amount }) => amount)
}

function ownerMismatch(intent: Intent, order: Order | undefined, payment: Payment | undefined) {
  if (order === undefined) return `${nameOf(intent)} has no order`
  if (payment?.paymentIntentId === intent.paymentIntent) return null
  // Its process died before storing it, and the buyer has not retried.
  return payment?.paymentIntentId === null && intent.authorised === 0
    ? null
    : `${nameOf(intent)}: the payment names ${payment?.paymentIntentId ?? 'none'}`
}

function amountMismatch(intent: Intent, order: Order | undefined): string | null {
  const { amount, captured, refunded } = intent
  if (order !== undefined && amount !== order.total)
    return `${nameOf(intent)}: ${instead(amount, order.total)}`
  if (captured > amount) return `${nameOf(intent)} captured ${toDecimal(captured)}`
  return refunded > captured ? `${nameOf(intent)} refunded ${toDecimal(refunded)}` : null
}

function madeRefunds({ refunds }: Intent): string[] {
  return refunds.flatMap(({ refundId, status }) =>
    status === 'succeeded' && refundId !== null ? [refundId] : [],
  )
}

const keptOf = ({ captured, refunded }: Intent) => captured - refunded

const nameOf = ({ orderId, paymentIntent }: Intent) => `${orderId ?? 'no order'} ${paymentIntent}`

const instead = (is: number, expected: number) =>
  `${toDecimal(is)} instead of ${toDecimal(expected)}`

function sum<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0)
}
