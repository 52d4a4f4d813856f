import { COUNTRIES } from '../lib/countries.ts'
import { SelectField, TextField } from '../ui/field.tsx'

interface AddressFieldsProps {
  values: Record<string, string>
  /** Errors by field. */
  fields: Record<string, string>
}

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
      <TextField label="Street address" {...field('line1', 'address-line1')} />
      <TextField
        label="Apartment, suite, company"
        isOptional
        {...field('line2', 'address-line2')}
      />
      <div className="pair">
        <TextField label="City" {...field('city', 'address-level2')} />
        <TextField label="ZIP or postal code" {...field('postalCode', 'postal-code')} />
      </div>
      <div className="pair">
        <TextField
          label="State or region"
          isOptional
          help="Needed in the United States, Canada and Australia."
          {...field('region', 'address-level1')}
        />
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
