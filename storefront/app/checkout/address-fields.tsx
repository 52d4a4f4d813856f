import { COUNTRIES } from '../lib/countries.ts'
import { SelectField, TextField } from '../ui/field.tsx'

interface AddressFieldsProps {
  values: Record<string, string>
  /** Errors by field. */
  fields: Record<string, string>
}

/** Where a parcel goes to. */
export function AddressFields({ values, fields }: AddressFieldsProps) {
  const field = (name: string, autoComplete: string) => ({
    name,
    autoComplete: `shipping ${autoComplete}`,
    defaultValue: values[name] ?? '',
    error: fields[name],
  })
  return (
    <>
      <TextField label="Name" {...field('name', 'name')} />
      <TextField label="Street and number" {...field('line1', 'address-line1')} />
      <TextField label="Flat, floor, company" isOptional {...field('line2', 'address-line2')} />
      <div className="pair">
        <TextField label="Town or city" {...field('city', 'address-level2')} />
        <TextField label="Postcode" {...field('postalCode', 'postal-code')} />
      </div>
      <div className="pair">
        <TextField label="State or region" isOptional {...field('region', 'address-level1')} />
        <SelectField
          label="Country"
          {...field('country', 'country')}
          defaultValue={values['country'] ?? 'US'}
        >
          {COUNTRIES.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </>
  )
}
