import type { Deps } from '../deps.ts'
import type { Attempt } from '../domain/attempt.ts'
import { idOf, type PaymentDocument } from '../payment-document.ts'
import type { Confirmation } from '../payment-gateway.ts'
import type { Intent } from '../stripe-intent.ts'
import { followIntent } from './follow-intent.ts'

const UNDER_WAY: Attempt = { kind: 'under-way' }

/** Claims the next attempt and confirms the order's one PaymentIntent with the token. */
export async function confirmAttempt(
  deps: Deps,
  { _id, orderId, state }: PaymentDocument,
  token: string,
): Promise<Attempt> {
  if (state !== 'Pending') return UNDER_WAY
  const digest = digestOf(token)
  const before = await deps.payments.claimAttempt({ _id }, digest)
  if (before === null) {
    const now = await deps.payments.findByOrder(orderId)
    return now?.state === 'Pending' && now.token !== digest ? { kind: 'busy' } : UNDER_WAY
  }
  const attempt = before.attempt + 1
  try {
    const payment = await withIntent(deps, before)
    if (payment === null) return UNDER_WAY
    return await confirm(deps, payment, { token, attempt, isRepeated: before.token === digest })
  } catch (error) {
    // Retrying at once is safe: there is one PaymentIntent, and it is retrieved before it is confirmed.
    await deps.payments.endAttempt(_id, attempt)
    throw error
  }
}

/** The payment with its one PaymentIntent, or null when it is no longer Pending. */
async function withIntent(deps: Deps, payment: PaymentDocument): Promise<PaymentDocument | null> {
  if (payment.paymentIntentId !== null) return payment
  const created = await deps.gateway.create(payment)
  // failpoint: payments.afterPiCreate
  const stored = await deps.payments.storeIntent(payment._id, created.id)
  // failpoint: payments.afterPersist
  return stored?.state === 'Pending' && stored.paymentIntentId !== null ? stored : null
}

async function confirm(
  deps: Deps,
  payment: PaymentDocument,
  { token, attempt, isRepeated }: { token: string; attempt: number; isRepeated: boolean },
): Promise<Attempt> {
  const intentId = payment.paymentIntentId ?? ''
  const intent = await deps.gateway.retrieve(intentId)
  const challenged = intent.status === 'requires_action' && isRepeated
  const confirmation: Confirmation =
    isOpen(intent) && !challenged
      ? await deps.gateway.confirm(intentId, token, `confirm:${idOf(payment)}:${attempt}`)
      : { kind: 'intent', intent }
  // failpoint: payments.afterConfirm
  switch (confirmation.kind) {
    case 'declined':
      await deps.payments.endAttempt(payment._id, attempt, confirmation.code)
      return confirmation
    case 'invalid':
      await deps.payments.endAttempt(payment._id, attempt, 'invalid_token')
      return confirmation
    case 'unexpected-state':
      return follow(deps, payment, attempt, await deps.gateway.retrieve(intentId))
    case 'intent':
      return follow(deps, payment, attempt, confirmation.intent)
    default:
      return confirmation satisfies never
  }
}

async function follow(
  deps: Deps,
  payment: PaymentDocument,
  attempt: number,
  intent: Intent,
): Promise<Attempt> {
  await followIntent(deps, payment, intent)
  if (intent.status !== 'requires_action') return UNDER_WAY
  await deps.payments.endAttempt(payment._id, attempt)
  return { kind: 'requires-action', clientSecret: intent.clientSecret }
}

function isOpen({ status }: Intent): boolean {
  return ['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(status)
}

function digestOf(token: string): string {
  return new Bun.SHA256().update(token).digest('base64')
}
