import type { BillingDetails, ElementOptions } from '../protocol.ts'
import { IntegrationError } from './integration-error.ts'

const ADDRESS = ['line1', 'line2', 'city', 'state', 'postal_code', 'country']
const WIRE_NAMES: Record<string, string> = { postalCode: 'postal_code' }

/** The billing details that the options hide. */
export function hiddenDetails({ fields }: ElementOptions): string[] {
  const billing = fields?.billingDetails ?? 'auto'
  if (typeof billing === 'string')
    return billing === 'never' ? ['name', 'email', 'phone', ...inAddress(ADDRESS)] : []
  const { address = 'auto', ...others } = billing
  const hidden = namesOfNever(others)
  if (address === 'never') return [...hidden, ...inAddress(ADDRESS)]
  return typeof address === 'string' ? hidden : [...hidden, ...inAddress(namesOfNever(address))]
}

const inAddress = (names: string[]) => names.map((name) => `address.${name}`)

const namesOfNever = (options: object) =>
  Object.entries(options).flatMap(([name, option]) =>
    option === 'never' ? [WIRE_NAMES[name] ?? name] : [],
  )

/** Throws, as Stripe.js does, when a hidden detail is not passed by the shop. */
export function requireHiddenDetails(
  options: ElementOptions,
  given: BillingDetails | undefined,
): void {
  const address = given?.address
  for (const detail of hiddenDetails(options)) {
    const [name = '', part] = detail.split('.')
    const value = part === undefined ? given?.[name] : address?.[part]
    if (value === undefined)
      throw new IntegrationError(
        `You specified "never" for fields.billing_details.${detail} when creating the payment Element, but did not pass params.payment_method_data.billing_details.${detail} when calling stripe.createConfirmationToken(). If you opt out of collecting data via the payment Element using the fields option, the data must be passed in when calling stripe.createConfirmationToken().`,
      )
  }
}
