import { refundable } from '../../shared-code.ts'
import type { Payment, Refund } from '../../world/documents.ts'
import { NotYet, must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { announceRefund } from './publish.ts'
import { mayBecome } from './state.ts'

/** A late cancel gives back what earlier refunds have left, money and goods. */
export function* refundTheRest(world: World, payment: Payment): Steps {
  world.change(payment, mayBecome('Refunding'), (p) => {
    p.state = 'Refunding'
    const all = { amount: p.total, items: p.items }
    const { amount, items } = world.without('refund-the-rest') ? all : refundable(p)
    if (amount > 0) p.refunds.push(askedFor({ id: `${p.id}-rest`, amount, items, restock: true }))
  })
  yield
  yield* settleRefunds(world, payment)
}

/** A refund as it is stored before it is made. */
export function askedFor(
  refund: Pick<Refund, 'id' | 'amount' | 'items' | 'restock'>,
  bySeller = false,
): Refund {
  return { ...refund, state: 'asked', bySeller }
}

/** Makes every refund that was asked for and is not made yet. */
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
  let isMade = tries.some(({ status }) => status === 'succeeded') && !world.without('list-refunds')
  yield
  if (!isMade) {
    const tried = world.without('refund-key-per-try') ? '' : `:${failed}`
    const key = `refund:${refund.id}${tried}`
    isMade = world.stripe.refund(key, intentId, refund.id, refund.amount) === 'succeeded'
    yield
  }
  if (!isMade) throw new NotYet('the refund failed; it stays visible and is tried again')
  world.change(
    payment,
    () => refund.state === 'asked',
    (p) => {
      refund.state = 'done'
      announceRefund(world, p, refund)
    },
    `refund ${refund.id} done`,
  )
  yield
}
