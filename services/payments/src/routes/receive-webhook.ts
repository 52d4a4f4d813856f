import { ShopError } from '@shop/shared/contracts'
import { createHandlers, limitBody, parseInput } from '@shop/shared/http'
import * as v from 'valibot'
import type { Deps } from '../deps.ts'
import { isHandled, isRecorded, isRelevant } from '../domain/webhook.ts'
import type { PaymentDocument } from '../payment-document.ts'
import { followIntent } from '../steps/follow-intent.ts'
import { recordDispute } from '../steps/record-dispute.ts'
import { followRefunds } from '../steps/refund.ts'

const MAX_BODY_BYTES = 256 * 1024

/** What an event is about: an intent and a charge name the order, a refund or a dispute may name the intent only. */
const Subject = v.object({
  id: v.string(),
  metadata: v.nullish(v.object({ orderId: v.optional(v.string()) })),
  payment_intent: v.nullish(v.string()),
  amount: v.optional(v.number()),
  reason: v.nullish(v.string()),
})
type Subject = v.InferOutput<typeof Subject>

const StripeEvent = v.object({
  id: v.string(),
  type: v.string(),
  data: v.object({ object: Subject }),
})

/** `POST /api/payments/webhook`: trusts only the order's id and retrieves the PaymentIntent. */
export function receiveWebhook(deps: Deps, secret: string) {
  const { payments, gateway, inProgress, log } = deps

  async function handle(type: string, subject: Subject, payment: PaymentDocument): Promise<void> {
    if (payment.paymentIntentId === null) return
    if (type === 'charge.dispute.created') return recordDispute(deps, payment, subject)
    if (type.includes('refund')) return followRefunds(deps, payment)
    await followIntent(deps, payment, await gateway.retrieve(payment.paymentIntentId))
  }

  function orderOf({ metadata, payment_intent: intentId }: Subject) {
    return metadata?.orderId ?? (intentId ? gateway.orderOf(intentId) : undefined)
  }

  async function verified(body: string, signature = '') {
    try {
      return await gateway.verifyEvent(body, signature, secret)
    } catch {
      throw new ShopError('validation', 'The signature is not valid')
    }
  }

  return createHandlers(limitBody(MAX_BODY_BYTES), async (c) => {
    const event = await verified(await c.req.text(), c.req.header('stripe-signature'))
    const { id, type, data } = parseInput(StripeEvent, event)
    if (!isHandled(type)) return c.json({ received: true })
    const orderId = await orderOf(data.object)
    // Most webhooks only repeat what a running call of this process is about to return.
    if (orderId) {
      await inProgress.ended(orderId)
      if (isRecorded(type, payments.lastWritten(orderId))) return c.json({ received: true })
    }
    const payment = orderId && (await payments.findByOrder(orderId))
    if (!payment) log.info({ type, stripeEvent: id }, 'webhook for an unknown payment')
    else if (isRelevant(type, payment.state)) await handle(type, data.object, payment)
    return c.json({ received: true })
  })
}
