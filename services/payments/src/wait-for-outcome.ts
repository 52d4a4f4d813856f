import type { Watch } from '@shop/shared/async'
import { outcomeOf } from './domain/payment.ts'
import type { PaymentDocument } from './payment-document.ts'
import type { PaymentRepository } from './payment-repository.ts'

const WAIT_MS = 2500
/** Another replica may decide the payment: usually soon. */
const FIRST_POLLS_MS = [50, 100, 200]
const POLL_MS = 500

/**
 * The payment once its outcome is known, or as it is after 2.5 s. What this process writes comes from the watch,
 * which must be older than the attempt; what other replicas write is polled.
 */
export async function waitForOutcome(
  payments: PaymentRepository,
  payment: PaymentDocument,
  watch: Watch<PaymentDocument>,
): Promise<PaymentDocument> {
  const latest = async () =>
    watch.take() ?? (await payments.findByOrder(payment.orderId)) ?? payment
  const deadline = performance.now() + WAIT_MS
  const polls = FIRST_POLLS_MS.values()
  for (;;) {
    const now = await latest()
    const leftMs = deadline - performance.now()
    if (outcomeOf(now.state, now.reason).kind !== 'processing' || leftMs <= 0) return now
    await watch.wait(Math.min(polls.next().value ?? POLL_MS, leftMs))
  }
}
