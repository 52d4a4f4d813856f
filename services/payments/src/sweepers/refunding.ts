import type { Sweeper } from '@shop/shared/service'
import type { Deps } from '../deps.ts'
import type { Refund } from '../domain/refund.ts'
import { settleRefunds } from '../steps/refund.ts'
import { eachPayment } from './each-payment.ts'

const LONGEST_WAIT_MS = 3_600_000

/** Tries open refunds again, less often the older they are: Stripe's webhook reports the end of a pending one. */
export const sweepRefunding = (deps: Deps): Sweeper => ({
  name: 'refunding',
  run: () => {
    const now = new Date()
    const isDue = { $elemMatch: { state: 'asked', nextAt: { $not: { $gt: now } } } }
    const hasOpenRefund = {
      $or: [
        { 'refunds.state': 'asked', refunds: isDue },
        { state: 'Refunding', 'refunds.state': { $ne: 'asked' } },
      ],
    }
    return eachPayment(deps, hasOpenRefund, async (payment) => {
      for (const refund of payment.refunds)
        if (refund.state === 'asked')
          await deps.refunds.postpone(payment, refund, nextTry(refund, now))
      await settleRefunds(deps, payment.orderId)
    })
  },
})

function nextTry({ askedAt = new Date(0) }: Refund, now: Date): Date {
  const ageMs = now.getTime() - askedAt.getTime()
  return new Date(now.getTime() + Math.min(ageMs / 2, LONGEST_WAIT_MS))
}
