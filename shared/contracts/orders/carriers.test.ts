import { expect, test } from 'bun:test'
import { CARRIERS } from './after-sale.ts'
import { carrierName, trackingUrl } from './carriers.ts'

test('every carrier but the unknown one has a name and a page for its parcels', () => {
  for (const carrier of CARRIERS) {
    const isKnown = carrier !== 'other'
    expect([carrier, carrierName(carrier) !== undefined]).toEqual([carrier, isKnown])
    const url = trackingUrl(carrier, '1Z999AA1')
    expect([carrier, url?.startsWith('https://') ?? false]).toEqual([carrier, isKnown])
  }
})

test('a tracking number cannot change the address of the page', () => {
  expect(trackingUrl('ups', 'A&x=1#y/../')).toEndWith('?tracknum=A%26x%3D1%23y%2F..%2F')
})

test('without a tracking number there is no page', () => {
  expect(trackingUrl('ups', undefined)).toBeUndefined()
})
