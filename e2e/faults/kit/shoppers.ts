import { newId } from '@shop/shared/testing'
import type { Product } from '../../fixtures/checkout.ts'
import { Visitor, type ShopResponse } from '../../fixtures/visitor.ts'
import type { Environment, Waits } from './environment.ts'
import { passChallenge } from './sandbox.ts'

const PAUSE_MS = 100

/** Numbers of checkouts by the result that the shopper received. */
export interface Tally {
  paid: number
  soldOut: number
  cancelled: number
  /** Without a final response. */
  unresolved: number
}

export interface BuyOptions {
  product: Product
  /** Cancels the order while paying. */
  isCancelled?: boolean
  token?: () => Promise<string>
}

/** Runs shoppers who buy one product, with limited concurrency. */
export async function runShoppers(
  environment: Environment,
  { product, shoppers, atOnce }: { product: Product; shoppers: number; atOnce: number },
): Promise<Tally> {
  const tally: Tally = { paid: 0, soldOut: 0, cancelled: 0, unresolved: 0 }
  let started = 0
  const queue = async () => {
    while (started < shoppers) {
      started += 1
      tally[await buy(environment, { product })] += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, queue))
  return tally
}

/** One shopper, retrying each step: cart, order, payment, and perhaps cancellation. */
export async function buy(environment: Environment, options: BuyOptions): Promise<keyof Tally> {
  const { acknowledgements } = environment
  try {
    const buyer = await Visitor.of()
    const line = { productId: options.product.id, quantity: 1 }
    await retryUntilFinal(environment, () => buyer.post('/api/cart/items', line))
    const key = { 'idempotency-key': newId() }
    const order = await retryUntilFinal(environment, () =>
      buyer.post('/api/orders', { items: [line] }, key),
    )
    if (order.status !== 201) return resultOf(order)
    const orderId: string = order.body.id
    acknowledgements.placed(orderId)
    const [payment] = await Promise.all([
      pay(environment, buyer, orderId, options),
      options.isCancelled === true ? cancel(environment, buyer, orderId) : undefined,
    ])
    const result = resultOf(payment)
    if (result === 'paid') acknowledgements.paid(orderId)
    return result
  } catch (error) {
    console.error(`  ${String(error)}`)
    return 'unresolved'
  }
}

async function pay(
  environment: Environment,
  buyer: Visitor,
  orderId: string,
  options: BuyOptions,
): Promise<ShopResponse> {
  const token = (await options.token?.()) ?? 'tok_visa'
  return retryUntilFinal(environment, async () => {
    const response = await buyer.post('/api/payments', { token, orderId })
    if (response.body.status === 'requires_action') await passChallenge(response.body.clientSecret)
    return response
  })
}

async function cancel(environment: Environment, buyer: Visitor, orderId: string): Promise<void> {
  const { status } = await retryUntilFinal(environment, () =>
    buyer.delete(`/api/orders/${orderId}`),
  )
  if (status === 200) environment.acknowledgements.cancelled(orderId)
}

function resultOf({ status, body }: ShopResponse): keyof Tally {
  if (status === 200 || status === 201) return 'paid'
  const results: Record<string, keyof Tally> = {
    '/problems/sold-out': 'soldOut',
    '/problems/order-cancelled': 'cancelled',
  }
  return results[body.type] ?? 'unresolved'
}

/** Repeats a request until its response is neither an error nor "not yet". */
export async function retryUntilFinal(
  { retryForMs, waits }: Pick<Environment, 'retryForMs' | 'waits'>,
  send: () => Promise<ShopResponse>,
): Promise<ShopResponse> {
  const startedAt = performance.now()
  let answeredMs: number | undefined
  for (;;) {
    const response = await send().catch(() => null)
    const waitedMs = performance.now() - startedAt
    if (isAnswer(response)) answeredMs ??= waitedMs
    note(waits, answeredMs ?? waitedMs, response)
    if (response !== null && isFinal(response)) return response
    if (waitedMs > retryForMs) {
      throw new Error(`no final response, the last one: ${response?.status ?? 'none'}`)
    }
    await Bun.sleep(PAUSE_MS)
  }
}

function note(waits: Waits | undefined, waitedMs: number, response: ShopResponse | null): void {
  if (waits === undefined) return
  waits.longestMs = Math.max(waits.longestMs, waitedMs)
  if (response?.status === 500) waits.failures += 1
}

/** Whether somebody who waits knows more than before. */
function isAnswer(response: ShopResponse | null): boolean {
  return response !== null && response.status < 500 && response.status !== 202
}

function isFinal({ status, body }: ShopResponse): boolean {
  const isNotYet = [202, 404, 429].includes(status) || body.type === '/problems/payment-in-progress'
  return status < 500 && !isNotYet
}
