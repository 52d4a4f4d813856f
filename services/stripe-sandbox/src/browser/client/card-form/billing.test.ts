import { describe, expect, test } from 'bun:test'
import { hiddenFields, mergeBilling } from './billing.ts'
import { toFormBody } from './create-token.ts'
import { postalCodeError, postalCodeOf } from './postal-code.ts'

describe('the billing fields', () => {
  test.each([
    [undefined, { country: false, postalCode: false }],
    ['auto', { country: false, postalCode: false }],
    ['never', { country: true, postalCode: true }],
    [{ name: 'never' }, { country: false, postalCode: false }],
    [{ address: 'if_required' }, { country: true, postalCode: true }],
    [{ address: { country: 'never' } }, { country: true, postalCode: false }],
    [{ address: { postalCode: 'never' } }, { country: false, postalCode: true }],
  ] as const)('with %j hide %j', (billingDetails, hidden) => {
    const fields = billingDetails === undefined ? {} : { fields: { billingDetails } }
    expect(hiddenFields(fields)).toEqual(hidden)
  })

  test('are overridden by the shop’s details', () => {
    const given = { name: 'Ada', address: { postal_code: 'N1', city: 'London' } }
    expect(mergeBilling({ country: 'GB', postal_code: 'W1' }, given)).toEqual({
      name: 'Ada',
      address: { country: 'GB', postal_code: 'N1', city: 'London' },
    })
    expect(mergeBilling({ country: 'GB' })).toEqual({ address: { country: 'GB' } })
  })
})

test.each([
  ['US', '04101', null],
  ['US', '04101-1234', null],
  ['US', '0410', 'incomplete_zip'],
  ['US', '', 'incomplete_zip'],
  ['GB', 'ws11 1db', null],
  ['GB', '04101', 'incomplete_zip'],
  ['CA', 'M5T1T4', null],
  ['DE', '', null],
] as const)('in %s the postal code %p is %p', (country, text, error) => {
  expect(postalCodeError(text, country)).toBe(error)
  expect(postalCodeOf(country) === null).toBe(country === 'DE')
})

test('encodes nested parameters with brackets and omits unset ones', () => {
  const body = toFormBody({
    return_url: undefined,
    payment_method_data: { card: { exp_month: 12 }, billing_details: { name: null, email: '' } },
  })
  expect(Object.fromEntries(body)).toEqual({
    'payment_method_data[card][exp_month]': '12',
    'payment_method_data[billing_details][email]': '',
  })
})
