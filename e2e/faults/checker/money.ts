import { toDecimal } from '@shop/shared/contracts'
import type { Facts, Intent, Order, Payment } from './facts.ts'
import { judge, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'intents' | 'orders' | 'payments'>

/** What Stripe keeps must be what the orders say, to the cent. */
export function moneyFindings({ intents, orders, payments }: Seen): Finding[] {
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]))
  const intentsOf = Map.groupBy(intents, ({ orderId }) => orderId)
  const wantedOf = (order: Order) => wanted(order, paymentOf.get(order.id))
  const orderOf = ({ orderId }: Intent) => orders.get(orderId ?? '')
  return [
    judge('money kept is the price of what was sold', orders.values(), (order) => {
      const [kept, right] = [sum(intentsOf.get(order.id) ?? [], keptOf), wantedOf(order)]
      return kept === right ? null : `${order.id} ${order.status}: ${instead(kept, right)}`
    }),
    sumOfAll(sum(intents, keptOf), sum([...orders.values()], wantedOf), intents.length),
    judge('an order has one PaymentIntent', orders.values(), ({ id }) => {
      const count = intentsOf.get(id)?.length ?? 0
      return count > 1 ? `${id} has ${count}` : null
    }),
    judge('a PaymentIntent has its order, the same that its payment names', intents, (intent) =>
      misplaced(intent, orderOf(intent), paymentOf.get(intent.orderId ?? '')),
    ),
    judge('a PaymentIntent has the amount of the order', intents, (intent) =>
      wrongAmount(intent, orderOf(intent)),
    ),
    judge('no money is held', intents, (intent) => {
      const held = intent.authorised - intent.captured - intent.released
      return held === 0 ? null : `${nameOf(intent)} holds ${toDecimal(held)}`
    }),
    judge('a refund is given once', intents, (intent) => {
      const ids = givenRefunds(intent)
      return new Set(ids).size === ids.length ? null : `${nameOf(intent)}: ${ids.join(', ')}`
    }),
  ]
}

function sumOfAll(kept: number, right: number, looked: number): Finding {
  const wrong = kept === right ? [] : [`all PaymentIntents: ${instead(kept, right)}`]
  return { name: 'the money of all orders', looked, wrong }
}

function wanted({ status, total }: Order, payment: Payment | undefined): number {
  if (status !== 'Complete') return 0
  const done = payment?.refunds.filter(({ state }) => state === 'done') ?? []
  return total - sum(done, ({ amount }) => amount)
}

function misplaced(intent: Intent, order: Order | undefined, payment: Payment | undefined) {
  if (order === undefined) return `${nameOf(intent)} is of no order`
  if (payment?.paymentIntentId === intent.paymentIntent) return null
  // Created by a process that died before it was stored, and no shopper has come back since.
  return payment?.paymentIntentId === null && intent.authorised === 0
    ? null
    : `${nameOf(intent)}: the payment names ${payment?.paymentIntentId ?? 'none'}`
}

function wrongAmount(intent: Intent, order: Order | undefined): string | null {
  const { amount, captured, refunded } = intent
  if (order !== undefined && amount !== order.total)
    return `${nameOf(intent)}: ${instead(amount, order.total)}`
  if (captured > amount) return `${nameOf(intent)} took ${toDecimal(captured)}`
  return refunded > captured ? `${nameOf(intent)} gave back ${toDecimal(refunded)}` : null
}

function givenRefunds({ refunds }: Intent): string[] {
  return refunds.flatMap(({ refundId, status }) =>
    status === 'succeeded' && refundId !== null ? [refundId] : [],
  )
}

const keptOf = ({ captured, refunded }: Intent) => captured - refunded

const nameOf = ({ orderId, paymentIntent }: Intent) => `${orderId ?? 'no order'} ${paymentIntent}`

const instead = (is: number, right: number) => `${toDecimal(is)} instead of ${toDecimal(right)}`

function sum<T>(things: readonly T[], valueOf: (thing: T) => number): number {
  return things.reduce((total, thing) => total + valueOf(thing), 0)
}
