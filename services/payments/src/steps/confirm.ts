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
    const found = await withIntent(deps, before)
    if (found === null) return UNDER_WAY
    const isRepeated = before.token === digest
    return await confirm(deps, found.payment, { token, attempt, isRepeated, isNew: found.isNew })
  } catch (error) {
    // Retrying at once is safe: there is one PaymentIntent, and a later attempt retrieves it first.
    await deps.payments.endAttempt(_id, attempt)
    throw error
  }
}

interface PayIntent {
  payment: PaymentDocument
  /** Whether this attempt stored it: nobody can have confirmed it. */
  isNew: boolean
}

/** The payment with its one PaymentIntent, or null when it is no longer Pending. */
async function withIntent(deps: Deps, payment: PaymentDocument): Promise<PayIntent | null> {
  if (payment.paymentIntentId !== null) return { payment, isNew: false }
  const created = await deps.gateway.create(payment)
  // failpoint: payments.afterPiCreate
  const { payment: now, isStored } = await deps.payments.storeIntent(payment._id, created.id)
  // failpoint: payments.afterPersist
  if (now?.state !== 'Pending' || now.paymentIntentId === null) return null
  return { payment: now, isNew: isStored }
}

interface Try {
  token: string
  attempt: number
  /** Whether the attempt before had the same token. */
  isRepeated: boolean
  isNew: boolean
}

async function confirm(deps: Deps, payment: PaymentDocument, now: Try): Promise<Attempt> {
  const { attempt } = now
  const intentId = payment.paymentIntentId ?? ''
  const confirmation = await confirmIntent(deps, payment, now)
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

/** Confirms a new PaymentIntent at once, any other after looking: it may be confirmed, or wait for the payer. */
async function confirmIntent(
  { gateway }: Deps,
  payment: PaymentDocument,
  { token, attempt, isRepeated, isNew }: Try,
): Promise<Confirmation> {
  const intentId = payment.paymentIntentId ?? ''
  if (!isNew) {
    const intent = await gateway.retrieve(intentId)
    const isChallenged = intent.status === 'requires_action' && isRepeated
    if (!isOpen(intent) || isChallenged) return { kind: 'intent', intent }
  }
  return gateway.confirm(intentId, token, `confirm:${idOf(payment)}:${attempt}`)
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
