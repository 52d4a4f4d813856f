import { expect, test } from 'bun:test'
import * as v from 'valibot'
import { Id, isId, orderNumber } from './ids.ts'

test('an id has exactly 24 lowercase hex digits', () => {
  expect(isId('64b7f0c2a1b2c3d4e5f60718')).toBe(true)
  for (const text of [
    '',
    '64b7',
    '64b7f0c2a1b2c3d4e5f6071g',
    '64b7f0c2a1b2c3d4e5f607180',
    '64B7F0C2A1B2C3D4E5F60718',
  ])
    expect(isId(text)).toBe(false)
})

test('an id is converted to lowercase', () => {
  expect(v.parse(Id, '64B7F0C2A1b2c3d4e5f60718')).toBe('64b7f0c2a1b2c3d4e5f60718')
})

test('an order number depends only on the last 30 bits of the id', () => {
  expect(orderNumber('000000000000000000000000')).toBe('2222-22')
  expect(orderNumber('00000000000000003fffffff')).toBe('ZZZZ-ZZ')
  expect(orderNumber('00000000000000007fffffff')).toBe('ZZZZ-ZZ')
  expect(orderNumber('000000000000000000000001')).toBe('2222-23')
})
