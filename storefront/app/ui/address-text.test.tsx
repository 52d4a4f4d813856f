import { expect, test } from 'bun:test'
import { render, screen } from '@testing-library/react'
import { AddressText } from './address-text.tsx'

test('an address with equal lines shows each of them', () => {
  const city = 'Luxembourg'
  const address = { name: city, line1: city, line2: city, city, postalCode: '', country: city }
  render(<AddressText address={address} />)
  expect(screen.getAllByText(city)).toHaveLength(5)
})
