import {
  foreignRefund,
  foreignRefunds,
  newsOf,
  type MadeRefund,
  type Refund,
  type RefundNews,
} from '../../shared-code.ts'
import type { Payment } from '../../world/documents.ts'
import { must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { publishRefund } from './publish.ts'

/** Records what Stripe says about the refunds of a payment, and those that were made in its dashboard. */
export function* recordRefunds(world: World, payment: Payment): Steps<MadeRefund[]> {
  const intentId = must(payment.paymentIntentId ?? undefined)
  // What Stripe says is compared with the payment as it was before: it may have gone on meanwhile.
  const read = payment.refunds.map((refund) => ({ ...refund }))
  yield
  const made = world.stripe.retrieve(intentId).refunds.map((refund) => ({ ...refund }))
  yield
  for (const refund of read) {
    const news = newsOf(refund, made)
    if (news !== null && !world.lacks('list-refunds')) yield* record(world, payment, refund, news)
  }
  for (const foreign of foreignRefunds(read, made)) {
    world.change(
      payment,
      (p) => foreignRefunds(p.refunds, [foreign]).length > 0,
      (p) => {
        p.refunds.push(foreignRefund(foreign))
        publishRefund(world, p, foreignRefund(foreign))
      },
      `foreign refund ${foreign.id}`,
    )
    yield
  }
  return made
}

/** Writes how a refund ended that was in the state read, and publishes it. */
export function* record(world: World, payment: Payment, read: Refund, news: RefundNews): Steps {
  const refund = must(payment.refunds.find(({ id }) => id === read.id))
  const { state } = read
  world.change(
    payment,
    () => refund.state === state && (news.kind !== 'reversed' || refund.reversed !== true),
    (p) => {
      if (news.kind === 'reversed') refund.reversed = true
      else refund.state = news.kind
      if (news.kind === 'done') refund.amount = news.amount
      publishRefund(world, p, refund)
    },
    `refund ${refund.id} ${news.kind}`,
  )
  yield
}
