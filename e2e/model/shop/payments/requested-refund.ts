import { refundable, type Refund } from '../../shared-code.ts'
import type { Payment } from '../../world/documents.ts'
import type { Payloads } from '../../world/events.ts'
import { RetryLater, must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { tolerateFailure } from '../tolerate-failure.ts'
import { publishRefund } from './publish.ts'
import { settleRefund } from './refund.ts'

/** Stores the refund, lowered to what is left; one try follows, the sweeper does the rest. */
export function* onRefundAsked(world: World, data: Payloads['refund:asked']): Steps {
  const payment = must(world.payments.get(data.orderId))
  yield
  const known = payment.refunds.find(({ id }) => id === data.id)
  const refund = known ?? (yield* storeRefund(world, payment, data))
  if (refund.state === 'asked') yield* tolerateFailure(world, settleRefund(world, payment, refund))
  else if (known !== undefined && !world.lacks('answer-again'))
    yield* publishAgain(world, payment, refund)
}

function* storeRefund(
  world: World,
  payment: Payment,
  { id, amount, items, restock }: Payloads['refund:asked'],
): Steps<Refund> {
  const { length } = payment.refunds
  const isCaptured = payment.state === 'Captured'
  const refund: Refund = {
    id,
    amount: world.lacks('left-guard') ? amount : Math.min(amount, refundable(payment).amount),
    items,
    restock,
    state: isCaptured ? 'asked' : 'failed',
    requested: true,
  }
  yield
  const isStored = world.change(
    payment,
    (p) =>
      (p.refunds.length === length || world.lacks('left-guard')) &&
      (p.state === 'Captured') === isCaptured,
    (p) => {
      p.refunds.push(refund)
      if (!isCaptured) publishRefund(world, p, refund)
    },
    `stores refund ${id} of ${refund.amount}`,
  )
  yield
  if (!isStored) throw new RetryLater('another refund was stored meanwhile')
  return refund
}

/** A refund that has ended is answered again, unless that event still waits. */
function* publishAgain(world: World, payment: Payment, refund: Refund): Steps {
  world.change(
    payment,
    ({ outbox }) =>
      outbox.every(({ subject, data }) => subject !== 'refund:ended' || data.id !== refund.id),
    (p) => publishRefund(world, p, refund),
    `answers refund ${refund.id} again`,
  )
  yield
}
