import {
  Email,
  MAX_ADDRESS_LINE,
  MAX_POSTAL_CODE,
  optionalText,
  visibleText,
  type Address,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import { parseForm, type FormFault, type Parsed } from '../forms/parse-form.ts'
import { COUNTRIES } from '../lib/countries.ts'
import { isPostalCode, needsRegion } from './postal-rules.ts'

const optional = (max: number) => v.optional(optionalText(max), '')

const fields = {
  name: visibleText(MAX_ADDRESS_LINE, 'Enter the recipient’s name'),
  line1: visibleText(MAX_ADDRESS_LINE, 'Enter the street address'),
  line2: optional(MAX_ADDRESS_LINE),
  city: visibleText(MAX_ADDRESS_LINE, 'Enter the city'),
  region: optional(MAX_ADDRESS_LINE),
  postalCode: visibleText(MAX_POSTAL_CODE, 'Enter the ZIP or postal code'),
  country: v.pipe(
    v.string('Choose a country'),
    v.check((code) => COUNTRIES.some(([known]) => known === code), 'Choose a country'),
  ),
}

const toAddress = v.transform(
  ({
    name,
    line1,
    line2,
    city,
    region,
    postalCode,
    country,
  }: v.InferOutput<typeof plain>): Address => ({
    name,
    line1,
    ...(line2 !== '' && { line2 }),
    city,
    ...(region !== '' && { region }),
    postalCode,
    country,
  }),
)

const plain = v.object(fields)

const AddressForm = v.pipe(
  plain,
  v.forward(
    v.partialCheck(
      [['region'], ['country']],
      ({ region, country }) => region !== '' || !needsRegion(country),
      'Enter the state or region',
    ),
    ['region'],
  ),
  v.forward(
    v.partialCheck(
      [['postalCode'], ['country']],
      ({ postalCode, country }) => isPostalCode(postalCode, country),
      'Enter a postal code of this country',
    ),
    ['postalCode'],
  ),
  toAddress,
)

const GuestForm = v.object({
  email: v.pipe(
    v.string('Enter your email address'),
    v.trim(),
    v.minLength(1, 'Enter your email address'),
    Email,
  ),
})

export function parseRecipient(
  form: FormData,
  isGuest: boolean,
): Parsed<{ address: Address; email?: string }> {
  const address = parseForm(AddressForm, form)
  const guest: Parsed<{ email?: string }> = isGuest ? parseForm(GuestForm, form) : { output: {} }
  if (address.fault !== undefined || guest.fault !== undefined)
    return { fault: bothFaults(guest.fault, address.fault) }
  return { output: { address: address.output, ...guest.output } }
}

function bothFaults(...faults: (FormFault | undefined)[]): FormFault {
  const present = faults.filter((fault) => fault !== undefined)
  return {
    fields: Object.assign({}, ...present.map(({ fields: each }) => each)) as FormFault['fields'],
    values: present[0]?.values ?? {},
  }
}
