import type { Address } from '@shop/shared/contracts'
import { countryName } from '../lib/countries.ts'

export function AddressText({ address }: { address: Address }) {
  const { name, line1, line2, country } = address
  const lines = [name, line1, line2, placeText(address), countryName(country)].filter(
    (line) => line,
  )
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

/** Portland, ME 04101 where states are written, London, SW1A 2AA in Britain and Ireland, 10115 Berlin elsewhere. */
function placeText({ city, region = '', postalCode, country }: Address): string {
  const isBritish = country === 'GB' || country === 'IE'
  if (region !== '' && !isBritish) return `${city}, ${region} ${postalCode}`
  return isBritish
    ? [city, region, postalCode].filter((part) => part !== '').join(', ')
    : `${postalCode} ${city}`.trim()
}
