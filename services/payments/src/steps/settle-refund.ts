import type { Deps } from '../deps.ts'
import {
  isUnmade,
  leftFor,
  newsOf,
  refundKey,
  type MadeRefund,
  type Refund,
} from '../domain/refund.ts'
import type { PaymentDocument } from '../payment-document.ts'
import { logged, recordRefunds } from './record-refunds.ts'

const MAX_TRIES = 3

interface Open {
  payment: PaymentDocument
  refund: Refund
}

/** Looks an open refund up at Stripe, and makes it unless it is made; it may still be open then. */
export async function settleRefund(deps: Deps, orderId: string, refundId: string): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const open = await openRefund(deps, orderId, refundId)
    if (open === null) return
    const isUndecided = await decide(deps, open)
    if (!isUndecided) return
  }
}

async function openRefund({ payments }: Deps, orderId: string, id: string): Promise<Open | null> {
  const payment = await payments.findByOrder(orderId)
  const refund = payment?.refunds.find((each) => each.id === id && each.state === 'asked')
  return !payment || refund === undefined ? null : { payment, refund }
}

/** Whether the refund must be decided anew. */
async function decide(deps: Deps, open: Open): Promise<boolean> {
  const { payment, refund } = open
  const made = await recordRefunds(deps, payment)
  if (newsOf(refund, made) !== null) return false
  if (refund.amount > 0) return isUnmade(refund, made) && makeRefund(deps, open, made)
  await deps.refunds.end(payment, refund, { kind: 'done', amount: 0 })
  return false
}

async function makeRefund(deps: Deps, open: Open, made: MadeRefund[]): Promise<boolean> {
  const { payment, refund } = open
  const { orderId, paymentIntentId } = payment
  const key = refundKey(refund, made)
  const result = await deps.gateway.refunds.create(paymentIntentId ?? '', orderId, refund, key)
  // failpoint: payments.afterRefund
  switch (result.kind) {
    case 'made':
      await recordStatus(deps, open, result.status)
      return false
    case 'refused':
      return explainRefusal(deps, open, result.error)
    case 'key-in-use':
      return false
    case 'key-used-up':
      await deps.refunds.useNextKey(payment, refund)
      return true
    default:
      return result satisfies never
  }
}

async function recordStatus(deps: Deps, { payment, refund }: Open, status: string): Promise<void> {
  const { amount, requested } = refund
  if (status === 'succeeded') {
    await deps.refunds.end(payment, refund, { kind: 'done', amount })
    return
  }
  if (status !== 'failed' && status !== 'canceled') return
  deps.log.error({ ...logged(payment, refund), status }, 'a refund failed')
  if (requested === true) await deps.refunds.end(payment, refund, { kind: 'failed' })
}

/** Other refunds have left less than the amount, or may: else the refund has failed. */
async function explainRefusal(deps: Deps, open: Open, error: unknown): Promise<boolean> {
  const { payment, refund } = open
  const left = leftFor(refund, payment.total, await recordRefunds(deps, payment))
  if (left === null) return false
  if (left < refund.amount) {
    await deps.refunds.lower(payment, refund, left)
    return true
  }
  deps.log.error({ ...logged(payment, refund), error }, 'Stripe refused a refund')
  if (refund.requested === true) await deps.refunds.end(payment, refund, { kind: 'failed' })
  return false
}
