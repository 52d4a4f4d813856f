import type { Deps } from '../deps.ts'
import { digestOf, type Attempt, type ClaimedAttempt } from '../domain/attempt.ts'
import { idOf, type PaymentDocument } from '../payment-document.ts'
import type { Confirmation } from '../payment-gateway.ts'
import { countDecline } from '../payment-metrics.ts'
import type { Intent } from '../stripe-intent.ts'
import { followIntent } from './follow-intent.ts'

const UNDER_WAY: Attempt = { kind: 'under-way' }

/** Claims the next attempt of an existing payment and confirms it. */
export async function confirmNext(
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
  const claimed = { token, number: before.attempt + 1, isRepeated: before.token === digest }
  return endedIfItFails(deps, before, claimed, () => confirmClaimed(deps, before, claimed))
}

/** Ends a claimed attempt that fails: the payer may try again at once. */
export async function endedIfItFails(
  { payments }: Deps,
  { _id }: PaymentDocument,
  { number }: ClaimedAttempt,
  confirming: () => Promise<Attempt>,
): Promise<Attempt> {
  try {
    return await confirming()
  } catch (error) {
    // Safe: there is one PaymentIntent, and a later attempt retrieves it first.
    await payments.endAttempt(_id, number)
    throw error
  }
}

/** Confirms the order's one PaymentIntent with the token of a claimed attempt. */
export async function confirmClaimed(
  deps: Deps,
  payment: PaymentDocument,
  claimed: ClaimedAttempt,
): Promise<Attempt> {
  const found = await withIntent(deps, payment)
  return found === null
    ? UNDER_WAY
    : confirm(deps, found.payment, { ...claimed, isNew: found.isNew })
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

type Try = ClaimedAttempt & Pick<PayIntent, 'isNew'>

async function confirm(deps: Deps, payment: PaymentDocument, now: Try): Promise<Attempt> {
  const { number } = now
  const intentId = payment.paymentIntentId ?? ''
  const confirmation = await confirmIntent(deps, payment, now)
  // failpoint: payments.afterConfirm
  switch (confirmation.kind) {
    case 'declined':
      countDecline(confirmation.code)
      await deps.payments.endAttempt(payment._id, number, confirmation.code)
      return confirmation
    case 'invalid':
      await deps.payments.endAttempt(payment._id, number, 'invalid_token')
      return confirmation
    case 'unexpected-state':
      return follow(deps, payment, number, await deps.gateway.retrieve(intentId))
    case 'intent':
      return follow(deps, payment, number, confirmation.intent)
    default:
      return confirmation satisfies never
  }
}

/** Confirms a new PaymentIntent at once, any other after looking: it may be confirmed, or wait for the payer. */
async function confirmIntent(
  { gateway }: Deps,
  payment: PaymentDocument,
  { token, number, isRepeated, isNew }: Try,
): Promise<Confirmation> {
  const intentId = payment.paymentIntentId ?? ''
  if (!isNew) {
    const intent = await gateway.retrieve(intentId)
    const isChallenged = intent.status === 'requires_action' && isRepeated
    if (!isOpen(intent) || isChallenged) return { kind: 'intent', intent }
  }
  return gateway.confirm(intentId, token, `confirm:${idOf(payment)}:${number}`)
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
