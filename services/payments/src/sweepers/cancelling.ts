import type { Sweeper } from '@shop/shared/service'
import type { Deps } from '../deps.ts'
import { finishCancelling } from '../steps/cancel.ts'
import { eachPayment } from './each-payment.ts'

export const sweepCancelling = (deps: Deps): Sweeper => ({
  name: 'cancelling',
  run: () =>
    eachPayment(deps, { state: 'Cancelling' }, (payment) => finishCancelling(deps, payment)),
})
