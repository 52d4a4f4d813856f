import type { TokenParams, TokenResult } from '../protocol.ts'
import { createElements, submittedElement, type ElementsOptions } from './elements.ts'
import { requireHiddenDetails } from './hidden-details.ts'
import { IntegrationError } from './integration-error.ts'
import { handleNextAction, retrieveIntent } from './next-action.ts'

interface TokenWish {
  elements?: unknown
  params?: TokenParams
}

/** Creates what `Stripe(key)` returns: the part of Stripe.js for a shop with one card form. */
export function createStripe(base: URL, key: unknown) {
  if (typeof key !== 'string' || !key.startsWith('pk_test_'))
    throw new IntegrationError("The sandbox's Stripe.js accepts only publishable test keys.")
  return {
    elements: (options?: ElementsOptions) => createElements(base, key, options),
    async createConfirmationToken({ elements, params = {} }: TokenWish): Promise<TokenResult> {
      const element = submittedElement(elements)
      requireHiddenDetails(element.options(), params.payment_method_data?.billing_details)
      return element.ask('createConfirmationToken', params)
    },
    handleNextAction: ({ clientSecret }: { clientSecret?: unknown }) =>
      handleNextAction(base, key, clientSecret),
    retrievePaymentIntent: (clientSecret: unknown) => retrieveIntent(base, key, clientSecret),
    ...Object.fromEntries(NOT_HERE.map((name) => [name, () => refuse(name)])),
    registerAppInfo: () => {},
    _registerWrapper: () => {},
  }
}

/** Methods that wrappers look for or that older integrations use. */
const NOT_HERE = ['createToken', 'createPaymentMethod', 'confirmCardPayment', 'confirmPayment']

async function refuse(name: string): Promise<never> {
  throw new IntegrationError(
    `The sandbox's Stripe.js has no ${name}: pay with stripe.createConfirmationToken.`,
  )
}
