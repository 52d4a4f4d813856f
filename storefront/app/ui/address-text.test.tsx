import { expect, test } from 'bun:test'
import { render, screen } from '@testing-library/react'
import { AddressText } from './address-text.tsx'

test('an address with equal lines shows each of them', () => {
  const city = 'Luxembourg'
  const address = { name: city, line1: city, line2: city, city, postalCode: '', country: city }
  render(<AddressText address={address} />)
  expect(screen.getAllByText(city)).toHaveLength(5)
})

test.each([
  ['US', 'ME', '04101', 'Portland, ME 04101'],
  ['DE', undefined, '04101', '04101 Portland'],
  ['GB', undefined, 'BH1 1AA', 'Portland, BH1 1AA'],
])('an address is written as in its country: %s', (country, region, postalCode, place) => {
  const address = { name: 'Ana', line1: '1 Main Street', city: 'Portland', postalCode, country }
  render(<AddressText address={region === undefined ? address : { ...address, region }} />)
  expect(screen.getByText(place)).toBeDefined()
})
