import type { Stripe } from 'stripe'
import type { MadeRefund, Refund } from './domain/refund.ts'
import { isKeyInUse, isKeyUsedUp, isRefused } from './stripe-errors.ts'

/** How a try ended: a refund in some status, an amount that Stripe refuses, or a key that gives no refund. */
export type RefundTry =
  | { kind: 'made'; status: string }
  | { kind: 'refused'; error: unknown }
  | { kind: 'key-in-use' }
  | { kind: 'key-used-up' }

/** Refunds of Stripe. */
export class RefundGateway {
  readonly #stripe: Stripe

  constructor(stripe: Stripe) {
    this.#stripe = stripe
  }

  /** Every refund of the PaymentIntent; those made in Stripe's dashboard have no `refundId`. */
  async list(intentId: string): Promise<MadeRefund[]> {
    const refunds: MadeRefund[] = []
    const all = this.#stripe.refunds.list({ payment_intent: intentId, limit: 100 })
    for await (const refund of all) refunds.push(toMade(refund))
    return refunds
  }

  /** Every refund created since a time, with the order of its PaymentIntent. */
  async *since(time: Date): AsyncGenerator<MadeRefund & { orderId: string }> {
    const created = { gte: Math.floor(time.getTime() / 1000) }
    const options = { created, limit: 100, expand: ['data.payment_intent'] }
    for await (const refund of this.#stripe.refunds.list(options)) {
      const { payment_intent: intent } = refund
      const orderId = typeof intent === 'object' ? intent?.metadata['orderId'] : undefined
      if (orderId !== undefined) yield { ...toMade(refund), orderId }
    }
  }

  async create(
    intentId: string,
    orderId: string,
    { id, amount }: Pick<Refund, 'id' | 'amount'>,
    idempotencyKey: string,
  ): Promise<RefundTry> {
    const metadata = { refundId: id, orderId }
    try {
      const { status } = await this.#stripe.refunds.create(
        { payment_intent: intentId, amount, metadata },
        { idempotencyKey },
      )
      return { kind: 'made', status: status ?? 'pending' }
    } catch (error) {
      if (isKeyInUse(error)) return { kind: 'key-in-use' }
      if (isKeyUsedUp(error)) return { kind: 'key-used-up' }
      if (isRefused(error)) return { kind: 'refused', error }
      throw error
    }
  }
}

function toMade({ id, amount, status, metadata }: Stripe.Refund): MadeRefund {
  return { id, amount, status: status ?? 'pending', refundId: metadata?.['refundId'] }
}
