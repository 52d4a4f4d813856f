import type { MadeRefund } from '../shared-code.ts'
import type { Run } from './run.ts'

export type RefundStatus = 'pending' | 'succeeded' | 'failed'

export interface StripeRefund extends MadeRefund {
  status: RefundStatus
}

interface Refunded {
  id: string
  captured: number
  refunds: StripeRefund[]
}

/** What becomes of a refund later. */
interface Change<I> {
  intent: I
  refund: StripeRefund
  status: RefundStatus
  at: number
}

interface NewRefund {
  refundId?: string
  amount: number
  isFailing: boolean
}

/** Refunds fail at once, wait, or fail after they had succeeded. */
export class StripeRefunds<I extends Refunded = Refunded> {
  readonly #run: Run
  readonly #notify: (intent: I) => void
  changes: Change<I>[] = []

  constructor(run: Run, notify: (intent: I) => void) {
    this.#run = run
    this.#notify = notify
  }

  add(intent: I, { refundId, amount, isFailing }: NewRefund): RefundStatus {
    const { random } = this.#run
    const first = random.pick<RefundStatus>(['pending', 'succeeded', 'succeeded'])
    const status = isFailing ? 'failed' : first
    const id = `re-${intent.id}-${intent.refunds.length}`
    const refund = { id, refundId, amount, status }
    intent.refunds.push(refund)
    this.#run.record(`    Stripe: refund ${id} (${refundId}) of ${amount} ${status}`)
    this.#plan(intent, refund)
    if (status !== 'failed') this.#notify(intent)
    return status
  }

  /** Somebody refunds part of a payment in the dashboard. */
  addInDashboard(intent: I): void {
    const left = leftOf(intent)
    if (left === 0) return
    this.add(intent, { amount: this.#run.random.between(1, left), isFailing: false })
  }

  apply(change: Change<I>): void {
    const { intent, refund, status } = change
    this.changes = this.changes.filter((other) => other !== change)
    refund.status = status
    this.#run.record(`    Stripe: refund ${refund.id} of ${refund.amount} is ${status} now`)
    this.#notify(intent)
  }

  #plan(intent: I, refund: StripeRefund): void {
    const { random, now } = this.#run
    const at = now + random.between(0, 600)
    const later = random.chance(0.8) ? 'succeeded' : 'failed'
    if (refund.status === 'pending') this.changes.push({ intent, refund, status: later, at })
    if (refund.status === 'succeeded' && random.chance(0.15))
      this.changes.push({ intent, refund, status: 'failed', at })
  }
}

/** What may still be refunded. */
export function leftOf({ captured, refunds }: Refunded): number {
  const kept = refunds.filter(({ status }) => status !== 'failed')
  return captured - kept.reduce((sum, { amount }) => sum + amount, 0)
}
