import { redirect } from '@remix-run/server-runtime'
import type { Api } from '../api/client.server.ts'
import { isRefusal } from '../api/client.server.ts'
import { pay } from '../api/payments.server.ts'
import { codeOf } from './refusals.server.ts'

/** What the payer's page does next, if the payment did not end it. */
export type PayOutcome =
  | { kind: 'confirm'; clientSecret: string }
  | { kind: 'failed'; message: string }

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
  try {
    const reply = await pay(api, orderId, token)
    if (reply.status === 'requires_action')
      return { kind: 'confirm', clientSecret: reply.clientSecret }
  } catch (error) {
    return refused(error, orderId)
  }
  throw redirect(`/orders/${orderId}?thanks=1`)
}

function refused(error: unknown, orderId: string): PayOutcome {
  switch (codeOf(error)) {
    case 'card-declined':
      return { kind: 'failed', message: declineText(error) }
    case 'sold-out':
      throw redirect(`/cart?lost=${orderId}`)
    case 'order-cancelled':
    case 'order-expired':
      throw redirect(`/orders/${orderId}`)
    case 'payment-in-progress':
      return {
        kind: 'failed',
        message:
          'This order is being paid in another window. Look there first; it is paid only once.',
      }
    case 'validation':
      return { kind: 'failed', message: 'The card could not be read. Enter it again.' }
    case 'unavailable':
      return {
        kind: 'failed',
        message: 'The payment could not be made just now. Pay again: you are charged only once.',
      }
    case null:
    default:
      throw error
  }
}

function declineText(error: unknown): string {
  const code = isRefusal(error) ? String(Reflect.get(error.problem, 'declineCode')) : ''
  return DECLINES[code] ?? 'Your bank declined this card. Nothing was taken. Use another card.'
}
