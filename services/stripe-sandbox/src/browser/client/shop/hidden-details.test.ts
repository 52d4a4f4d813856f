import { expect, test } from 'bun:test'
import { requireHiddenDetails, hiddenDetails } from './hidden-details.ts'

test.each([
  [undefined, []],
  ['auto', []],
  [{ name: 'never', email: 'auto' }, ['name']],
  [{ address: 'if_required' }, []],
  [
    { address: { country: 'never', postalCode: 'never' } },
    ['address.country', 'address.postal_code'],
  ],
  [
    { phone: 'never', address: 'never' },
    [
      'phone',
      'address.line1',
      'address.line2',
      'address.city',
      'address.state',
      'address.postal_code',
      'address.country',
    ],
  ],
] as const)('with %j the shop has to give %j', (billingDetails, details) => {
  const fields = billingDetails === undefined ? {} : { fields: { billingDetails } }
  expect(hiddenDetails(fields)).toEqual([...details])
})

test('hidden details must be passed by the shop, even if empty', () => {
  const options = { fields: { billingDetails: { address: { country: 'never' } } } } as const
  expect(() => requireHiddenDetails(options, { name: 'Ada' })).toThrow(
    'did not pass params.payment_method_data.billing_details.address.country',
  )
  expect(() => requireHiddenDetails(options, { address: { country: '' } })).not.toThrow()
  expect(() => requireHiddenDetails({}, undefined)).not.toThrow()
})
