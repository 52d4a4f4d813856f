import type { BillingDetails, BillingFields, ElementOptions } from '../protocol.ts'

/** Which of the two billing fields of a card form the shop's options leave out. */
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

/** The billing details of the form and those of the shop's own, which come first. */
export function mergeBilling(
  address: Record<string, string>,
  given: BillingDetails = {},
): BillingDetails {
  return { ...given, address: { ...address, ...given.address } }
}

/** The address that the shop fills in beforehand. */
export function defaultAddress({ defaultValues }: ElementOptions) {
  return defaultValues?.billingDetails?.address ?? {}
}
