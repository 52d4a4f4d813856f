import type { BillingDetails, BillingFields, ElementOptions } from '../protocol.ts'

/** Which billing fields the shop's options hide. */
export function hiddenFields({ fields }: ElementOptions): {
  country: boolean
  postalCode: boolean
} {
  const billing: BillingFields = fields?.billingDetails ?? 'auto'
  const address = typeof billing === 'string' ? billing : (billing.address ?? 'auto')
  if (typeof address === 'string') {
    const isHidden = address !== 'auto'
    return { country: isHidden, postalCode: isHidden }
  }
  const { country, postalCode } = address
  return { country: country === 'never', postalCode: postalCode === 'never' }
}

/** Merges billing details; the shop's take precedence over the form's. */
export function mergeBilling(
  address: Record<string, string>,
  given: BillingDetails = {},
): BillingDetails {
  return { ...given, address: { ...address, ...given.address } }
}

/** The shop's default address. */
export function defaultAddress({ defaultValues }: ElementOptions) {
  return defaultValues?.billingDetails?.address ?? {}
}
