import { brandOf } from '../card-number.ts'
import type { TypedCard } from './create-token.ts'
import { cvcError, cvcLength, formatCvc } from './cvc.ts'
import { expiryError, formatExpiry } from './expiry.ts'
import { bindField, find } from './field.ts'
import { digitsOf, formatNumber, numberError } from './number.ts'
import { postalCodeError, postalCodeOf } from './postal-code.ts'

/** Binds all fields of the form. */
export function bindFields(changed: () => void) {
  const country = find('payment-countryInput', HTMLSelectElement)
  const number = bindField('number', {
    format: formatNumber,
    errorOf: numberError,
    changed: () => {
      showBrand(number.text())
      const code = formatCvc(cvc.text(), number.text())
      if (code !== cvc.text()) cvc.fill(code)
      changed()
    },
  })
  const expiry = bindField('expiry', {
    format: formatExpiry,
    errorOf: (text) => expiryError(text, new Date()),
    changed,
  })
  const cvc = bindField('cvc', {
    format: (text) => formatCvc(text, number.text()),
    errorOf: (text) => cvcError(text, number.text()),
    changed,
  })
  const postalCode = bindField('postalCode', {
    format: (text) => text,
    errorOf: (text) => postalCodeError(text, country.value),
    changed,
  })
  return { number, expiry, cvc, country, postalCode }
}

export type Fields = ReturnType<typeof bindFields>

const BRAND_NAMES: Record<string, string> = {
  amex: 'Amex',
  diners: 'Diners',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

function showBrand(number: string): void {
  const brand = brandOf(digitsOf(number))
  find('payment-numberBrand', HTMLElement).textContent = BRAND_NAMES[brand] ?? ''
  find('payment-cvcInput', HTMLInputElement).placeholder =
    cvcLength(number) === 4 ? '4 digits' : 'CVC'
}

const placeOf = (name: string) => find(`payment-${name}Field`, HTMLElement)

/** Shows the fields required by the shop's options and the country. */
export function arrange(country: string, hidden: { country: boolean; postalCode: boolean }): void {
  const postalCode = postalCodeOf(country)
  placeOf('country').hidden = hidden.country
  placeOf('postalCode').hidden = hidden.postalCode || postalCode === null
  if (postalCode === null) return
  find('payment-postalCodeLabel', HTMLElement).textContent = postalCode.label
  find('payment-postalCodeInput', HTMLInputElement).placeholder = postalCode.example
}

/** Selects the given country, or that of the browser's language. */
export function choose(country: HTMLSelectElement, code: string | undefined): void {
  country.value = code ?? new Intl.Locale(navigator.language).region ?? ''
  if (country.value === '') country.value = 'US'
}

/** The typed-in card, with the visible address fields. */
export function typedCard({ number, expiry, cvc, country, postalCode }: Fields): TypedCard {
  const address = {
    ...(!placeOf('country').hidden && { country: country.value }),
    ...(!placeOf('postalCode').hidden && { postal_code: postalCode.text() }),
  }
  return { number: number.text(), expiry: expiry.text(), cvc: cvc.text(), address }
}
