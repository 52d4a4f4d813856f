import type { Deps } from '../deps.ts'
import type { PaymentDocument } from '../payment-document.ts'
import type { Intent } from '../payment-gateway.ts'
import { cancelPayment, releaseMoney } from './cancel.ts'

/** The one transition that confirm, webhook and sweeper share: what Stripe says now decides. */
export async function followIntent(
  deps: Deps,
  payment: PaymentDocument,
  intent: Intent,
): Promise<void> {
  if (intent.id !== payment.paymentIntentId) return
  switch (intent.status) {
    case 'requires_capture':
      return holdMoney(deps, payment, intent)
    case 'canceled':
      return cancelPayment(deps, payment, { reason: 'authorization_expired' })
    case 'succeeded':
      return bookMoney(deps, payment, intent)
    case 'processing':
    case 'requires_action':
    case 'requires_confirmation':
    case 'requires_payment_method':
  }
}

async function holdMoney(deps: Deps, payment: PaymentDocument, { charge }: Intent): Promise<void> {
  const { id: stripeId, ...card } = charge ?? { id: '', brand: 'card', last4: '' }
  const isAuthorized = await deps.payments.authorize(payment, stripeId, card)
  // failpoint: payments.afterAuthorized
  if (isAuthorized) return
  const now = await deps.payments.findByOrder(payment.orderId)
  if (now?.state === 'Cancelling' || now?.state === 'Cancelled') await releaseMoney(deps, now)
}

async function bookMoney(deps: Deps, payment: PaymentDocument, { charge }: Intent): Promise<void> {
  const isCaptured = await deps.payments.capture(payment, charge?.id ?? payment.stripeId ?? '')
  // failpoint: payments.afterCaptured
  if (isCaptured) return
  const now = await deps.payments.findByOrder(payment.orderId)
  if (now?.state === 'Cancelling' || now?.state === 'Cancelled') await releaseMoney(deps, now)
}
