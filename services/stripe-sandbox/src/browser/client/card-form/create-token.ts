import type { Stripe } from 'stripe'
import type { TokenParams, TokenResult } from '../protocol.ts'
import { request } from '../request.ts'
import { mergeBilling } from './billing.ts'
import { expiryOf } from './expiry.ts'
import { digitsOf } from './number.ts'

export interface TypedCard {
  number: string
  expiry: string
  cvc: string
  address: Record<string, string>
}

/** Exchanges a typed-in card for a ConfirmationToken; its number goes only to the sandbox. */
export async function createToken(
  key: string,
  { number, expiry, cvc, address }: TypedCard,
  { payment_method_data: data, ...purpose }: TokenParams,
): Promise<TokenResult> {
  const { month, year } = expiryOf(expiry)
  const body = toFormBody({
    ...purpose,
    payment_method_data: {
      ...data,
      type: 'card',
      card: { number: digitsOf(number), exp_month: month, exp_year: year, cvc },
      billing_details: mergeBilling(address, data?.billing_details),
    },
  })
  const url = new URL('../v1/confirmation_tokens', window.location.href)
  const answer = await request(url, key, body)
  if ('error' in answer) return answer
  return { confirmationToken: answer.value as Stripe.ConfirmationToken }
}

/** Encodes an object as form fields of Stripe's API: `card[number]=…`. */
export function toFormBody(params: object): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) addFields(body, name, value)
  return body
}

function addFields(body: URLSearchParams, name: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number') body.append(name, `${value}`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) addFields(body, `${name}[${key}]`, item)
}
