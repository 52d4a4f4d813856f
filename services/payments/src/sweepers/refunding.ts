import type { Sweeper } from '@shop/shared/service'
import type { Deps } from '../deps.ts'
import { settleRefunds } from '../steps/refund.ts'
import { eachPayment } from './each-payment.ts'

export const sweepRefunding = (deps: Deps): Sweeper => ({
  name: 'refunding',
  run: () => {
    const hasOpenRefund = {
      $or: [{ state: 'Refunding' }, { 'refunds.state': 'asked' }],
    }
    return eachPayment(deps, hasOpenRefund, ({ orderId }) => settleRefunds(deps, orderId))
  },
})
