import type { Appearance, ElementOptions, FontSource, StripeError } from '../protocol.ts'
import { IntegrationError } from './integration-error.ts'
import { createPaymentElement, type PaymentElement } from './payment-element.ts'

export interface ElementsOptions {
  mode?: string
  amount?: number
  currency?: string
  appearance?: Appearance
  fonts?: FontSource[]
}

interface GroupState {
  payment: PaymentElement | null
  isSubmitted: boolean
}

const groups = new WeakMap<object, GroupState>()

/** The Elements of a payment whose intent is created later, on the server. */
export function createElements(base: URL, key: string, given: ElementsOptions = {}) {
  requireOptions(given)
  const state: GroupState = { payment: null, isSubmitted: false }
  let options = given
  const ends = new Set<() => void>()
  const group = {
    base,
    key,
    appearance: () => options.appearance ?? {},
    fonts: given.fonts ?? [],
  }

  const elements = {
    create(type: string, element: ElementOptions = {}) {
      requireSupported(type, state)
      state.payment = createPaymentElement(group, element, () => (state.payment = null))
      return state.payment.handle
    },
    getElement(type: string | { __elementType?: string }) {
      const name = typeof type === 'string' ? type : Reflect.get(type, '__elementType')
      return name === 'payment' ? (state.payment?.handle ?? null) : null
    },
    async update(changes: ElementsOptions): Promise<void> {
      const changed = { ...options, ...changes }
      requireOptions(changed)
      options = changed
      if (changes.appearance !== undefined) await state.payment?.applyAppearance()
      for (const end of ends) end()
    },
    on(name: string, listener: () => void): void {
      if (name === 'update-end') ends.add(listener)
    },
    fetchUpdates: () => Promise.resolve({}),
    async submit(): Promise<{ error: StripeError } | { selectedPaymentMethod: string }> {
      const { error } = await requirePayment(state).ask('submit')
      state.isSubmitted = error === undefined
      return error === undefined ? { selectedPaymentMethod: 'card' } : { error }
    },
  }
  groups.set(elements, state)
  return elements
}

/** The Payment Element of a group; throws unless it was submitted. */
export function submittedElement(elements: unknown): PaymentElement {
  const state = typeof elements === 'object' && elements !== null ? groups.get(elements) : undefined
  if (state === undefined)
    throw new IntegrationError('Invalid value for elements: it must come from stripe.elements().')
  const payment = requirePayment(state)
  if (!state.isSubmitted)
    throw new IntegrationError(
      'elements.submit() must be called before stripe.createConfirmationToken().',
    )
  return payment
}

function requirePayment({ payment }: GroupState): PaymentElement {
  if (payment === null)
    throw new IntegrationError('The Payment Element must be mounted before it is used.')
  return payment
}

function requireSupported(type: string, { payment }: GroupState): void {
  if (type !== 'payment')
    throw new IntegrationError(`The sandbox's Stripe.js has no Element of type ${type}.`)
  if (payment !== null) throw new IntegrationError('Can only create one Element of type payment.')
}

function requireOptions({ mode, amount, currency, ...others }: ElementsOptions): void {
  if ('paymentMethodTypes' in others || 'payment_method_types' in others)
    throw new IntegrationError(
      'elements(): paymentMethodTypes is no longer supported. Use allowedPaymentMethodTypes instead.',
    )
  if (mode !== 'payment')
    throw new IntegrationError("elements(): the sandbox's Stripe.js supports only mode: 'payment'.")
  if (!Number.isInteger(amount) || Number(amount) <= 0)
    throw new IntegrationError('elements(): amount must be a whole number greater than 0.')
  if (!/^[a-z]{3}$/.test(currency ?? ''))
    throw new IntegrationError('elements(): currency must be an ISO code in lower case.')
}
