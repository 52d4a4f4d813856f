import { refundable } from '../../shared-code.ts'
import type { Payment, Refund } from '../../world/documents.ts'
import { RetryLater, must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { publishRefund } from './publish.ts'
import { mayBecome } from './state.ts'

/** After a late cancellation, refunds and restocks what earlier refunds left. */
export function* refundRest(world: World, payment: Payment): Steps {
  world.change(payment, mayBecome('Refunding'), (p) => {
    p.state = 'Refunding'
    const all = { amount: p.total, items: p.items }
    const { amount, items } = world.lacks('refund-the-rest') ? all : refundable(p)
    if (amount > 0) p.refunds.push(newRefund({ id: `${p.id}-rest`, amount, items, restock: true }))
  })
  yield
  yield* settleRefunds(world, payment)
}

/** A refund as stored before it is made. */
export function newRefund(
  refund: Pick<Refund, 'id' | 'amount' | 'items' | 'restock'>,
  bySeller = false,
): Refund {
  return { ...refund, state: 'asked', bySeller }
}

/** Makes all pending refunds. */
export function* settleRefunds(world: World, payment: Payment): Steps {
  for (const refund of payment.refunds.slice())
    if (refund.state === 'asked') yield* settleRefund(world, payment, refund)
  const isOpen = mayBecome('Refunded')
  world.change(
    payment,
    (p) => isOpen(p) && p.refunds.every(({ state }) => state === 'done'),
    (p) => void (p.state = 'Refunded'),
  )
  yield
}

function* settleRefund(world: World, payment: Payment, refund: Refund): Steps {
  const intentId = must(payment.paymentIntentId ?? undefined)
  const made = world.stripe.retrieve(intentId).refunds
  const tries = made.filter(({ refundId }) => refundId === refund.id)
  const failed = tries.filter(({ status }) => status === 'failed').length
  let isMade = tries.some(({ status }) => status === 'succeeded') && !world.lacks('list-refunds')
  yield
  if (!isMade) {
    const tried = world.lacks('refund-key-per-try') ? '' : `:${failed}`
    const key = `refund:${refund.id}${tried}`
    isMade = world.stripe.refund(key, intentId, refund.id, refund.amount) === 'succeeded'
    yield
  }
  if (!isMade) throw new RetryLater('the refund failed and is retried')
  world.change(
    payment,
    () => refund.state === 'asked',
    (p) => {
      refund.state = 'done'
      publishRefund(world, p, refund)
    },
    `refund ${refund.id} done`,
  )
  yield
}
