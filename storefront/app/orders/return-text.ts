import type { OrderResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'

type Return = OrderResponse['returns'][number]
type Refund = OrderResponse['refunds'][number]

export function isContactNeeded({ status, answer }: Return): boolean {
  return status === 'Refused' || (status === 'Accepted' && answer === undefined)
}

export function nextStep({ status, answer }: Return, seller: string): string {
  if (status === 'Accepted' && answer === undefined)
    return `${seller} didn’t answer within a week, so the return is accepted. Ask us where to send it.`
  return {
    Asked: `${seller} has a week to answer. After that, the return is accepted.`,
    Accepted: `Send it back to ${seller}. You get your refund once it arrives there.`,
    Refused: `${seller} has refused this return.`,
    Refunding: 'Nothing to do: the refund is on its way.',
    Refunded: 'The refund was sent to your card.',
  }[status]
}

export function isUnsuccessful({ status, reversed }: Refund): boolean {
  return status === 'Failed' || reversed === true
}

export function unsuccessfulText({ amount, reversed }: Refund): string {
  const what = reversed === true ? 'was sent back by your bank' : 'could not be refunded yet'
  return `${money(amount)} ${what}. We’re on it; you don’t have to do anything.`
}
