import type { Sweeper } from '@shop/shared/service'
import type { Deps } from '../deps.ts'
import { followIntent } from '../steps/follow-intent.ts'
import { eachPayment } from './each-payment.ts'

const LONGEST_GAP = 16

/** Pending with a PaymentIntent: the money may be held although nobody was told. Stripe is asked ever more seldom. */
export const sweepPending = (deps: Deps, sweepMs: number): Sweeper => ({
  name: 'pending',
  run: () => {
    const now = new Date()
    const isUntold = {
      state: 'Pending',
      paymentIntentId: { $ne: null },
      confirmingUntil: { $lt: now },
      lookAt: { $not: { $gt: now } },
    }
    return eachPayment(deps, isUntold, async (payment) => {
      const intent = await deps.gateway.retrieve(payment.paymentIntentId ?? '')
      await followIntent(deps, payment, intent)
      const gap = Math.min(2 ** (payment.looks ?? 0), LONGEST_GAP)
      await deps.payments.lookLater(payment, gap * sweepMs)
    })
  },
})
