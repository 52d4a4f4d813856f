import { ShopError } from '@shop/shared/contracts'
import type { Deps } from '../deps.ts'
import type { Attempt } from '../domain/attempt.ts'
import { DECLINES_PER_ORDER } from '../domain/decline.ts'
import type { PaymentDocument } from '../payment-document.ts'
import { refusal } from '../payment-response.ts'
import { cancelPayment } from './cancel.ts'
import { confirmClaimed, confirmNext, endedIfItFails } from './confirm.ts'

/** A payment that was just read or inserted; inserting a new one claims its first attempt. */
interface Opened {
  payment: PaymentDocument
  isNew: boolean
}

interface Payer {
  token: string
  /** The keys by which declines are limited. */
  keys: string[]
}

/** Pays an order, unless it was cancelled meanwhile or too many cards were declined. */
export async function payOrder(
  deps: Deps,
  { payment, isNew }: Opened,
  { token, keys }: Payer,
): Promise<Attempt> {
  const first = { token, number: 1, isRepeated: false }
  const confirm = () =>
    isNew ? confirmClaimed(deps, payment, first) : confirmNext(deps, payment, token)
  const pay = async () => {
    await refuseCancelledMeanwhile(deps, payment)
    refuseTooManyDeclines(payment)
    return deps.declineLimit(keys, confirm)
  }
  return deps.inProgress.run(payment.orderId, () =>
    isNew ? endedIfItFails(deps, payment, first, pay) : pay(),
  )
}

/** A cancellation between reading the order and inserting the payment has seen no payment. */
async function refuseCancelledMeanwhile(deps: Deps, payment: PaymentDocument): Promise<void> {
  const order = await deps.orders.find(payment.orderId)
  if (order?.status !== 'Cancelled') return
  await cancelPayment(deps, payment, { reason: order.reason ?? 'user', from: ['Pending'] })
  throw refusal(order.reason, payment)
}

function refuseTooManyDeclines({ state, declines = 0 }: PaymentDocument): void {
  if (state === 'Pending' && declines >= DECLINES_PER_ORDER)
    throw new ShopError('too-many-requests', 'Too many cards were declined: place a new order')
}
