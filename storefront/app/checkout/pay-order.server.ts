import { redirect } from '@remix-run/node'
import type { Api } from '../api/client.server.ts'
import { isRefusal, isUnavailable } from '../api/client.server.ts'
import { pay } from '../api/payments.server.ts'
import type { FormFault } from '../forms/parse-form.ts'
import { codeOf } from '../forms/refusals.server.ts'

/** What the payer's page does next, if the payment did not end it. */
export type PayOutcome = { clientSecret: string } | FormFault

const LATER = 'The payment could not be made just now.'

const DECLINES: Record<string, string> = {
  insufficient_funds: 'There is not enough money on this card. Use another one.',
  lost_card: 'Your bank refuses this card. Use another one.',
  stolen_card: 'Your bank refuses this card. Use another one.',
  expired_card: 'This card has expired. Use another one.',
  incorrect_cvc: 'The security code is not right. Check it and pay again.',
  processing_error: 'Your bank could not answer just now. Pay again in a moment.',
}

/** Pays an order; leads to its page once it is on its way. */
export async function payOrder(api: Api, orderId: string, token: string): Promise<PayOutcome> {
  if (token === '') return failed('Enter your card first.')
  try {
    const reply = await pay(api, orderId, token)
    if (reply.status === 'requires_action') return { clientSecret: reply.clientSecret }
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
      throw redirect(`/orders/${orderId}`)
    case 'payment-in-progress':
      return failed(
        'This order is being paid in another window. Look there first; it is paid only once.',
      )
    case 'validation':
      return failed('The card could not be read. Enter it again.')
    case null:
    default:
      throw error
  }
}

function declineText(error: unknown): string {
  const code = isRefusal(error) ? String(Reflect.get(error.problem, 'declineCode')) : ''
  return DECLINES[code] ?? 'Your bank declined this card. Nothing was taken. Use another card.'
}
