import { withEvents } from '@shop/shared/outbox'
import type { Transition } from './domain/transitions.ts'
import { toOutbox } from './payment-document.ts'

/** The write that makes a transition, and the guard under which it may be made. */
export function transitionWrite({ to, from, set, refund, event, requires = {} }: Transition) {
  const { paymentIntentId, refundCount, allRefundsSettled } = requires
  const guard = {
    state: { $in: from },
    ...(paymentIntentId !== undefined && { paymentIntentId }),
    ...(refundCount !== undefined && { refunds: { $size: refundCount } }),
    ...(allRefundsSettled && { refunds: { $not: { $elemMatch: { state: 'asked' } } } }),
  }
  const update = {
    $set: { ...set, state: to, since: new Date() },
    ...(refund && { $push: { refunds: refund } }),
  }
  if (event === undefined) return { guard, update, outbox: [] }
  const outbox = [toOutbox(event)]
  return { guard, update: withEvents(update, ...outbox), outbox }
}
