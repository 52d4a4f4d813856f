import type { Sweeper } from '@shop/shared/service'
import type { Deps } from '../deps.ts'
import { foreignRefunds, newsOf, type MadeRefund, type Refund } from '../domain/refund.ts'
import { recordRefunds } from '../steps/record-refunds.ts'

const DAY_MS = 86_400_000
const LOOK_BACK_MS = 180 * DAY_MS

/** Once a day: refunds that Stripe's dashboard made, or that failed later, and whose webhooks were lost. */
export function sweepForeignRefunds(deps: Deps): Sweeper {
  let nextAt = 0
  return {
    name: 'foreign refunds',
    run: async () => {
      if (Date.now() < nextAt) return
      const since = new Date(Date.now() - LOOK_BACK_MS)
      for await (const made of deps.gateway.refunds.since(since)) await compare(deps, made)
      nextAt = Date.now() + DAY_MS
    },
  }
}

async function compare(deps: Deps, made: MadeRefund & { orderId: string }): Promise<void> {
  const payment = await deps.payments.findByOrder(made.orderId)
  if (payment !== null && isUnrecorded(payment.refunds, made)) await recordRefunds(deps, payment)
}

function isUnrecorded(refunds: Refund[], made: MadeRefund): boolean {
  const isNews = refunds.some((refund) => newsOf(refund, [made]) !== null)
  return isNews || foreignRefunds(refunds, [made]).length > 0
}
