import type { Stripe } from 'stripe'
import type { ColorScheme, StripeError } from '../protocol.ts'
import { request } from '../request.ts'
import { showChallenge } from './challenge-dialog.ts'
import { IntegrationError } from './integration-error.ts'

export type IntentResult = { paymentIntent: Stripe.PaymentIntent } | { error: StripeError }

const NOT_AUTHENTICATED =
  'We are unable to authenticate your payment method. Please choose a different payment method and try again.'

/** Retrieves an intent by its client secret. */
export async function retrieveIntent(
  base: URL,
  key: string,
  clientSecret: unknown,
): Promise<IntentResult> {
  const [, id] = /^(pi_\w+)_secret_\w+$/.exec(String(clientSecret)) ?? []
  if (id === undefined)
    throw new IntegrationError(
      'Invalid value for clientSecret: it must have the form pi_…_secret_….',
    )
  const url = new URL(`v1/payment_intents/${id}/look_up`, base)
  const body = new URLSearchParams({ client_secret: String(clientSecret) })
  const answer = await request(url, key, body)
  if ('error' in answer) return answer
  return { paymentIntent: answer.value as Stripe.PaymentIntent }
}

/** Runs the next action of an intent and returns the result. */
export async function handleNextAction(
  base: URL,
  key: string,
  clientSecret: unknown,
): Promise<IntentResult> {
  const before = await retrieveIntent(base, key, clientSecret)
  if ('error' in before) return before
  const { status, next_action: action } = before.paymentIntent
  if (status !== 'requires_action')
    throw new IntegrationError(
      'handleNextAction: The PaymentIntent supplied is not in the requires_action state.',
    )
  if (action?.redirect_to_url?.url) return leaveFor(action.redirect_to_url.url)
  await challenge(base, before.paymentIntent)
  return outcomeOf(await retrieveIntent(base, key, clientSecret))
}

/** Leaves the page: never resolves. */
function leaveFor(url: string): Promise<never> {
  window.location.assign(url)
  return new Promise(() => {})
}

async function challenge(base: URL, { id, next_action }: Stripe.PaymentIntent): Promise<void> {
  const { search } = new URL(String(next_action?.use_stripe_sdk?.['stripe_js']))
  // The shop may be open at another host than the one in the sandbox's URL.
  const url = new URL(`3d-secure/${id}${search}`, base)
  url.searchParams.set('scheme', colorScheme())
  if ((await showChallenge(url)) === 'ended') return
  const body = new URLSearchParams({ result: 'fail' })
  await fetch(url, { method: 'POST', body, redirect: 'manual', credentials: 'omit' }).catch(
    () => {},
  )
}

/** The shop's color scheme, which a page in a frame cannot read. */
function colorScheme(): ColorScheme {
  const { colorScheme: allowed } = getComputedStyle(document.body)
  const isAsked = matchMedia('(prefers-color-scheme: dark)').matches || !allowed.includes('light')
  return allowed.includes('dark') && isAsked ? 'dark' : 'light'
}

function outcomeOf(result: IntentResult): IntentResult {
  if ('error' in result) return result
  const { paymentIntent } = result
  const { last_payment_error: error, status } = paymentIntent
  if (status !== 'requires_payment_method' || error === null) return result
  const { type, code, message = '', ...others } = error
  const isAuthentication = code === 'payment_intent_authentication_failure'
  return {
    error: {
      ...others,
      type,
      ...(code && { code }),
      message: isAuthentication ? NOT_AUTHENTICATED : message,
      payment_intent: paymentIntent,
    },
  }
}
