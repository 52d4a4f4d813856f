import type { Sweeper } from '@shop/shared/service'
import type { Deps } from '../deps.ts'
import { AUTHORIZED_LIFE_MS } from '../domain/payment.ts'
import { cancelPayment } from '../steps/cancel.ts'
import { eachPayment } from './each-payment.ts'

/** Cancels payments whose money is held too long without a reservation. */
export const sweepAuthorized = (deps: Deps): Sweeper => ({
  name: 'authorized',
  run: () => {
    const since = { $lt: new Date(Date.now() - AUTHORIZED_LIFE_MS) }
    return eachPayment(deps, { state: 'Authorized', since }, (payment) =>
      cancelPayment(deps, payment, { reason: 'payment_failed', from: ['Authorized'] }),
    )
  },
})
