import type { Deps } from '../deps.ts'
import type { PaymentDocument } from '../payment-document.ts'

/** A failure does not end the sweep. */
export async function eachPayment(
  { payments, log }: Deps,
  filter: Record<string, unknown>,
  goOn: (payment: PaymentDocument) => Promise<void>,
): Promise<void> {
  for await (const payment of payments.each(filter)) {
    try {
      await goOn(payment)
    } catch (error) {
      log.warn(
        { error, orderId: payment.orderId },
        'could not sweep the payment; retrying at the next interval',
      )
    }
  }
}
