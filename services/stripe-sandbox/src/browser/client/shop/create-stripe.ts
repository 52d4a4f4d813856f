import type { TokenParams, TokenResult } from '../protocol.ts'
import { createElements, submittedElement, type ElementsOptions } from './elements.ts'
import { demandHidden } from './hidden-details.ts'
import { IntegrationError } from './integration-error.ts'
import { handleNextAction, retrieveIntent } from './next-action.ts'

interface TokenWish {
  elements?: unknown
  params?: TokenParams
}

/** Makes what `Stripe(key)` returns: the part of Stripe.js that a shop with one card form needs. */
export function createStripe(base: URL, key: unknown) {
  if (typeof key !== 'string' || !key.startsWith('pk_test_'))
    throw new IntegrationError("The sandbox's Stripe.js takes publishable test keys only.")
  return {
    elements: (options?: ElementsOptions) => createElements(base, key, options),
    async createConfirmationToken({ elements, params = {} }: TokenWish): Promise<TokenResult> {
      const element = submittedElement(elements)
      demandHidden(element.options(), params.payment_method_data?.billing_details)
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

/** Calls that wrappers look for, or that a shop may take from an older integration. */
const NOT_HERE = ['createToken', 'createPaymentMethod', 'confirmCardPayment', 'confirmPayment']

async function refuse(name: string): Promise<never> {
  throw new IntegrationError(
    `The sandbox's Stripe.js has no ${name}: pay with stripe.createConfirmationToken.`,
  )
}
