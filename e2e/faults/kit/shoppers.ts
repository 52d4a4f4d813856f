import { newId } from '@shop/shared/testing'
import type { Product } from '../../fixtures/checkout.ts'
import { Visitor, type ShopResponse } from '../../fixtures/visitor.ts'
import type { Environment } from './environment.ts'
import { confirmByBank } from './sandbox.ts'

const PAUSE_MS = 100

/** How many checkouts ended in which way, as the shoppers were told. */
export interface Tally {
  paid: number
  soldOut: number
  cancelled: number
  /** Shoppers who were never told anything. */
  lost: number
}

export interface BuyOptions {
  product: Product
  /** Cancels while paying. */
  isFickle?: boolean
  /** What is paid with. */
  token?: () => Promise<string>
}

/** Lets shoppers buy one product, so many at once, and gives what they were told. */
export async function shop(
  environment: Environment,
  { product, shoppers, atOnce }: { product: Product; shoppers: number; atOnce: number },
): Promise<Tally> {
  const tally: Tally = { paid: 0, soldOut: 0, cancelled: 0, lost: 0 }
  let begun = 0
  const queue = async () => {
    while (begun < shoppers) {
      begun += 1
      tally[await buy(environment, { product })] += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, queue))
  return tally
}

/** One shopper, who tries again until there is an answer: into the cart, order, pay, and perhaps cancel. */
export async function buy(environment: Environment, wish: BuyOptions): Promise<keyof Tally> {
  const { acknowledgements } = environment
  try {
    const buyer = await Visitor.of()
    const line = { productId: wish.product.id, quantity: 1 }
    await answered(environment, () => buyer.post('/api/cart/items', line))
    const key = { 'idempotency-key': newId() }
    const order = await answered(environment, () =>
      buyer.post('/api/orders', { items: [line] }, key),
    )
    if (order.status !== 201) return endOf(order)
    const orderId: string = order.body.id
    acknowledgements.placed(orderId)
    const [payment] = await Promise.all([
      pay(environment, buyer, orderId, wish),
      wish.isFickle === true ? cancel(environment, buyer, orderId) : undefined,
    ])
    const end = endOf(payment)
    if (end === 'paid') acknowledgements.paid(orderId)
    return end
  } catch {
    return 'lost'
  }
}

async function pay(
  environment: Environment,
  buyer: Visitor,
  orderId: string,
  wish: BuyOptions,
): Promise<ShopResponse> {
  const token = (await wish.token?.()) ?? 'tok_visa'
  return answered(environment, async () => {
    const reply = await buyer.post('/api/payments', { token, orderId })
    if (reply.body.status === 'requires_action') await confirmByBank(reply.body.clientSecret)
    return reply
  })
}

async function cancel(environment: Environment, buyer: Visitor, orderId: string): Promise<void> {
  const { status } = await answered(environment, () => buyer.delete(`/api/orders/${orderId}`))
  if (status === 200) environment.acknowledgements.cancelled(orderId)
}

function endOf({ status, body }: ShopResponse): keyof Tally {
  if (status === 200 || status === 201) return 'paid'
  const ends: Record<string, keyof Tally> = {
    '/problems/sold-out': 'soldOut',
    '/problems/order-cancelled': 'cancelled',
  }
  return ends[body.type] ?? 'lost'
}

/** Asks until there is an answer that is neither a failure nor "not yet". */
export async function answered(
  { patienceMs }: Pick<Environment, 'patienceMs'>,
  ask: () => Promise<ShopResponse>,
): Promise<ShopResponse> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const reply = await ask().catch(() => null)
    if (reply !== null && isAnswer(reply)) return reply
    if (performance.now() > deadline) throw new Error('no answer')
    await Bun.sleep(PAUSE_MS)
  }
}

function isAnswer({ status, body }: ShopResponse): boolean {
  const isNotYet = [202, 404, 429].includes(status) || body.type === '/problems/payment-in-progress'
  return status < 500 && !isNotYet
}
