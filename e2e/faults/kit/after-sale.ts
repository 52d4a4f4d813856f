import { newId } from '@shop/shared/testing'
import { ADDRESS } from '../../fixtures/address.ts'
import type { Product } from '../../fixtures/checkout.ts'
import { Visitor, type ShopResponse } from '../../fixtures/visitor.ts'
import type { Environment } from './environment.ts'
import { injectRefundFault, refundInDashboard } from './sandbox.ts'
import { retryUntilFinal } from './shoppers.ts'

const QUANTITY = 3
const LATER_MS = 1500
const FAULTS = [
  'pending',
  'failed',
  'failed-later',
  'error-before-commit',
  'error-after-commit',
] as const

/** Numbers of what people got as a response. */
export interface AfterSaleTally {
  orders: number
  /** Refunds, returns and parcels that the shop accepted. */
  accepted: number
  /** What others had done before. */
  refused: number
  /** Accepted refunds that an order does not list. */
  missing: number
  unresolved: number
}

interface Paid {
  orderId: string
  buyer: Visitor
  products: readonly Product[]
}

/** Two sellers, the buyer and Stripe's dashboard give parts of one paid order back, all at once. */
export async function buyAndGiveBack(
  environment: Environment,
  products: readonly Product[],
  tally: AfterSaleTally,
): Promise<void> {
  try {
    const paid = await buyBoth(environment, products)
    if (paid === null) return
    const { orderId, buyer } = paid
    tally.orders += 1
    await injectRefundFault(orderId, FAULTS[tally.orders % FAULTS.length] ?? 'failed', 2, LATER_MS)
    const [results] = await Promise.all([
      Promise.all(peopleOf(environment, paid, tally.orders)),
      tally.orders % 4 === 0 ? refundInDashboard(orderId, 700) : undefined,
    ])
    const accepted = results.filter(({ status }) => status < 300)
    tally.accepted += accepted.length
    tally.refused += results.length - accepted.length
    const { body } = await retryUntilFinal(environment, () => buyer.get(`/api/orders/${orderId}`))
    const asked = accepted.filter(({ isRefund }) => isRefund).length
    tally.missing += Math.max(0, asked - body.refunds.length)
  } catch (error) {
    console.error(`  ${String(error)}`)
    tally.unresolved += 1
  }
}

async function buyBoth(
  environment: Environment,
  products: readonly Product[],
): Promise<Paid | null> {
  const buyer = await Visitor.of()
  const items = products.map(({ id }) => ({ productId: id, quantity: QUANTITY }))
  const key = { 'idempotency-key': newId() }
  const order = await retryUntilFinal(environment, () =>
    buyer.post('/api/orders', { items, address: ADDRESS }, key),
  )
  const orderId: string = order.body.id
  environment.acknowledgements.placed(orderId)
  const payment = await retryUntilFinal(environment, () =>
    buyer.post('/api/payments', { token: 'tok_visa', orderId }),
  )
  if (payment.status > 201) return null
  environment.acknowledgements.paid(orderId)
  await retryUntilFinal(environment, async () => {
    const response = await buyer.get(`/api/orders/${orderId}`)
    return response.body.status === 'Complete' ? response : { ...response, status: 202 }
  })
  return { orderId, buyer, products }
}

type Result = ShopResponse & { isRefund: boolean }

function peopleOf(environment: Environment, paid: Paid, nth: number): Promise<Result>[] {
  const { orderId, buyer, products } = paid
  const sold = `/api/orders/sold/${orderId}`
  const act = async (
    isRefund: boolean,
    send: (key: Record<string, string>) => Promise<ShopResponse>,
  ) => {
    const key = { 'idempotency-key': newId() }
    return { ...(await retryUntilFinal(environment, () => send(key))), isRefund }
  }
  const bySeller = products.flatMap(({ seller, id }) => {
    const lines = { lines: [{ productId: id, quantity: 1 }], restock: true, reason: 'damaged' }
    const amount = { amount: 2.5, reason: 'goodwill' }
    return [lines, amount].map((body) =>
      act(true, (key) => seller.post(`${sold}/refunds`, body, key)),
    )
  })
  const lines = products.map(({ id }) => ({ productId: id, quantity: QUANTITY - 1 }))
  const giving = act(false, (key) =>
    buyer.post(`/api/orders/${orderId}/returns`, { lines, reason: 'withdrawal' }, key),
  )
  const sending = products
    .slice(nth % 3)
    .map(({ seller }) => act(false, () => seller.put(`${sold}/parcel`, { carrier: 'ups' })))
  return [...bySeller, giving, ...sending]
}
