import { ShopError } from '@shop/shared/contracts'
import { createHandlers, limitBody } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { followIntent } from '../steps/follow-intent.ts'

const MAX_BODY_BYTES = 256 * 1024

/** `POST /api/payments/webhook`: only the order's id is believed, the PaymentIntent is read afresh. */
export function receiveWebhook(deps: Deps, secret: string) {
  const { payments, gateway, log } = deps
  return createHandlers(limitBody(MAX_BODY_BYTES), async (c) => {
    const event = await verified(await c.req.text(), c.req.header('stripe-signature'))
    const { metadata } = event.data.object as { metadata?: Record<string, string> | null }
    const payment = metadata?.['orderId'] && (await payments.findByOrder(metadata['orderId']))
    if (payment && payment.paymentIntentId !== null)
      await followIntent(deps, payment, await gateway.retrieve(payment.paymentIntentId))
    else log.info({ type: event.type, stripeEvent: event.id }, 'a webhook of no payment known here')
    return c.json({ received: true })
  })

  async function verified(body: string, signature = '') {
    try {
      return await gateway.verifyEvent(body, signature, secret)
    } catch {
      throw new ShopError('validation', 'The signature is not valid')
    }
  }
}
