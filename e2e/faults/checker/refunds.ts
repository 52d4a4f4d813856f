import type { Facts, Intent, Line, Order, Payment, Refund } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'intents' | 'orders' | 'payments'>

/** Checks that orders, payments and Stripe agree on every refund, and that parcels and returns have theirs. */
export function checkRefunds({ intents, orders, payments }: Seen): Finding[] {
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]))
  const intentOf = new Map(intents.map((intent) => [intent.paymentIntent, intent]))
  return [
    compareEach('no refund is open', payments, ({ orderId, refunds }) =>
      listed(
        orderId,
        refunds.filter(({ state }) => state === 'asked'),
      ),
    ),
    compareEach('order and payment have the same refunds', orders.values(), (order) => {
      const [mine, theirs] = [textOf(order.refunds), paymentText(paymentOf.get(order.id))]
      return mine === theirs ? null : `${order.id}: ${mine} instead of ${theirs}`
    }),
    compareEach('payment and Stripe have the same refunds', payments, (payment) => {
      const atStripe = madeText(intentOf.get(payment.paymentIntentId ?? ''))
      const mine = doneText(payment.refunds)
      return mine === atStripe ? null : `${payment.orderId}: ${mine} instead of ${atStripe}`
    }),
    compareEach('no more is refunded of a line than was bought', orders.values(), exceedingLine),
    compareEach('a cancelled parcel is refunded', orders.values(), unrefundedParcel),
    compareEach('a return has its refund', orders.values(), unfoundedReturn),
  ]
}

const STATUSES: Record<string, string> = { asked: 'Asked', done: 'Done', failed: 'Failed' }

interface Compared {
  id: string
  amount: number
  status: string
  reversed?: boolean
}

function paymentText(payment: Payment | undefined): string {
  const refunds = payment?.refunds ?? []
  return textOf(refunds.map((each) => ({ ...each, status: STATUSES[each.state] ?? each.state })))
}

/** A failed refund moved nothing: its amount may have been lowered before. */
function textOf(refunds: Compared[]): string {
  const rows = refunds.map(({ id, amount, status, reversed }) => {
    const what = status === 'Failed' ? status : `${status} ${amount}`
    return `${id} ${what}${reversed === true ? ' reversed' : ''}`
  })
  return joined(rows)
}

function doneText(refunds: Refund[]): string {
  const given = refunds.filter(
    ({ state, amount, reversed }) => state === 'done' && amount > 0 && reversed !== true,
  )
  return joined(given.map(({ id, amount }) => `${id} ${amount}`))
}

function madeText(intent: Intent | undefined): string {
  const made = intent?.refunds.filter(({ status }) => status === 'succeeded') ?? []
  return joined(made.map(({ id, refundId, amount }) => `${refundId ?? id} ${amount}`))
}

function exceedingLine({ id, items, refunds }: Order): string | null {
  const given = refunds.filter(({ status }) => status !== 'Failed').flatMap(({ lines }) => lines)
  const bought = (line: Line) => quantityOf(items, line.productId)
  const line = given.find((each) => quantityOf(given, each.productId) > bought(each))
  return line === undefined ? null : `${id}: ${line.productId}`
}

/** A failed refund counts: it is shown until somebody tries it again. */
function unrefundedParcel({ id, items, parcels, refunds }: Order): string | null {
  const given = refunds.flatMap(({ lines }) => lines)
  const cancelled = parcels.filter(({ status }) => status === 'Cancelled')
  const sellers = new Set(cancelled.map(({ sellerId }) => sellerId))
  const kept = items.find(
    ({ sellerId, productId, quantity }) =>
      sellers.has(sellerId) && quantityOf(given, productId) < quantity,
  )
  return kept === undefined ? null : `${id}: ${kept.productId}`
}

function unfoundedReturn({ id, returns, refunds }: Order): string | null {
  const legal: Record<string, string[]> = { Refunding: ['Asked', 'Failed'], Refunded: ['Done'] }
  const broken = returns.find(({ id: returnId, status }) => {
    const mine = refunds.filter(({ key }) => key === returnId)
    const wanted = legal[status]
    return wanted !== undefined && !mine.some((refund) => wanted.includes(refund.status))
  })
  return broken === undefined ? null : `${id}: ${broken.id} ${broken.status}`
}

function listed(id: string, refunds: { id: string }[]): string | null {
  return refunds.length === 0 ? null : `${id}: ${refunds.map((each) => each.id).join(', ')}`
}

function quantityOf(lines: readonly Line[], productId: string): number {
  const same = lines.filter((line) => line.productId === productId)
  return same.reduce((sum, { quantity }) => sum + quantity, 0)
}

const joined = (rows: string[]) => rows.toSorted().join(', ') || 'none'
