import type { Sweeper } from '@shop/shared/service'
import type { Deps } from '../deps.ts'
import { followIntent } from '../steps/follow-intent.ts'
import { eachPayment } from './each-payment.ts'

const MAX_INTERVALS = 16

/** Pending with a PaymentIntent: the money may be held unnoticed. Each retrieval doubles the time until the next. */
export const sweepPending = (deps: Deps, sweepMs: number): Sweeper => ({
  name: 'pending',
  run: () => {
    const now = new Date()
    const isDue = {
      state: 'Pending',
      paymentIntentId: { $ne: null },
      confirmingUntil: { $lt: now },
      lookAt: { $not: { $gt: now } },
    }
    return eachPayment(deps, isDue, async (payment) => {
      const intent = await deps.gateway.retrieve(payment.paymentIntentId ?? '')
      await followIntent(deps, payment, intent)
      const intervals = Math.min(2 ** (payment.looks ?? 0), MAX_INTERVALS)
      await deps.payments.postponeRetrieval(payment, intervals * sweepMs)
    })
  },
})
