import { redirect } from '@remix-run/node'
import type { Api } from '../api/client.server.ts'
import { pay } from '../api/payments.server.ts'
import { isRefusal, isUnavailable } from '../api/refusal.server.ts'
import type { FormFault } from '../forms/parse-form.ts'
import { codeOf } from '../forms/refusals.server.ts'

/** What the page does next, unless the payment redirects. */
export type PayOutcome = { clientSecret: string } | FormFault

const LATER = 'The payment couldn’t be made right now.'

const DECLINES: Record<string, string> = {
  insufficient_funds: 'This card doesn’t have enough funds. Use another one.',
  lost_card: 'Your bank declined this card. Use another one.',
  stolen_card: 'Your bank declined this card. Use another one.',
  expired_card: 'This card has expired. Use another one.',
  incorrect_cvc: 'The security code is wrong. Check it and try again.',
  processing_error: 'Your bank didn’t respond. Try again in a moment.',
}

export async function payOrder(api: Api, orderId: string, token: string): Promise<PayOutcome> {
  if (token === '') return failed('Enter your card first.')
  try {
    const response = await pay(api, orderId, token)
    if (response.status === 'requires_action') return { clientSecret: response.clientSecret }
  } catch (error) {
    return refused(error, orderId)
  }
  throw redirect(`/orders/${orderId}?thanks=1`)
}

function failed(message: string): FormFault {
  return { fields: {}, values: {}, message }
}

function refused(error: unknown, orderId: string): PayOutcome {
  if (isUnavailable(error)) return failed(LATER)
  switch (codeOf(error)) {
    case 'card-declined':
      return failed(declineText(error))
    case 'sold-out':
      throw redirect(`/cart?lost=${orderId}`)
    case 'order-cancelled':
    case 'order-expired':
    // It is being paid in another window: the order's page follows that, and offers to pay if it fails.
    case 'payment-in-progress':
      throw redirect(`/orders/${orderId}`)
    case 'validation':
      return failed('The card couldn’t be read. Enter it again.')
    case null:
    default:
      throw error
  }
}

function declineText(error: unknown): string {
  const code = isRefusal(error) ? String(Reflect.get(error.problem, 'declineCode')) : ''
  return DECLINES[code] ?? 'Your bank declined this card. You weren’t charged. Use another card.'
}
