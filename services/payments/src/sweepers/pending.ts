import type { Sweeper } from '@shop/shared/service'
import type { Deps } from '../deps.ts'
import { followIntent } from '../steps/follow-intent.ts'
import { eachPayment } from './each-payment.ts'

/** Pending with a PaymentIntent: the money may be held although nobody was told. */
export const sweepPending = (deps: Deps): Sweeper => ({
  name: 'pending',
  run: () => {
    const isUntold = {
      state: 'Pending',
      paymentIntentId: { $ne: null },
      confirmingUntil: { $lt: new Date() },
    }
    return eachPayment(deps, isUntold, async (payment) => {
      const intent = await deps.gateway.retrieve(payment.paymentIntentId ?? '')
      await followIntent(deps, payment, intent)
    })
  },
})
