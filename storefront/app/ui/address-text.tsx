import type { Address } from '@shop/shared/contracts'
import { countryName } from '../lib/countries.ts'

export function AddressText({ address }: { address: Address }) {
  const { name, line1, line2, city, region, postalCode, country } = address
  const place = [city, region, postalCode].filter(Boolean).join(', ')
  const lines = [name, line1, line2, place, countryName(country)].filter((line) => line)
  return (
    <address>
      {lines.map((line, position) => (
        <span key={position}>
          {line}
          <br />
        </span>
      ))}
    </address>
  )
}
