import type { Deps } from '../deps.ts'
import { authorize, capture } from '../domain/transitions.ts'
import type { PaymentDocument } from '../payment-document.ts'
import type { Intent } from '../stripe-intent.ts'
import { cancelPayment } from './cancel.ts'
import { releaseMoney } from './release.ts'

/** The one step that confirm, capture, webhook and sweeper share: the PaymentIntent's status decides. */
export async function followIntent(
  deps: Deps,
  payment: PaymentDocument,
  intent: Intent,
): Promise<void> {
  if (intent.id !== payment.paymentIntentId) return
  switch (intent.status) {
    case 'requires_capture':
      return recordAuthorization(deps, payment, intent)
    case 'canceled':
      return cancelPayment(deps, payment, { reason: 'authorization_expired' })
    case 'succeeded':
      return recordCapture(deps, payment, intent)
    case 'processing':
    case 'requires_action':
    case 'requires_confirmation':
    case 'requires_payment_method':
  }
}

async function recordAuthorization(deps: Deps, payment: PaymentDocument, { charge }: Intent) {
  const { id: stripeId, ...card } = charge ?? { id: '', brand: 'card', last4: '' }
  const authorized = await deps.payments.apply(payment, authorize(payment, stripeId, card))
  // failpoint: payments.afterAuthorized
  if (authorized === null) await releaseIfCancelled(deps, payment)
}

async function recordCapture(deps: Deps, payment: PaymentDocument, { charge }: Intent) {
  const stripeId = charge?.id ?? payment.stripeId ?? ''
  const captured = await deps.payments.apply(payment, capture(payment, stripeId))
  // failpoint: payments.afterCaptured
  if (captured === null) await releaseIfCancelled(deps, payment)
}

async function releaseIfCancelled(deps: Deps, { orderId }: PaymentDocument): Promise<void> {
  const now = await deps.payments.findByOrder(orderId)
  if (now?.state === 'Cancelling' || now?.state === 'Cancelled') await releaseMoney(deps, now)
}
