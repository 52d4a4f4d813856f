import { expect, test } from 'bun:test'
import type { OffReason } from '@shop/shared/contracts'
import { productStatus, signed } from './labels.ts'

test('a product is live, sold out or archived', () => {
  expect(productStatus({ archived: false, available: 1 }).text).toBe('Live')
  expect(productStatus({ archived: false, available: 0 }).text).toBe('Sold out')
  expect(productStatus({ archived: true, available: 1 }).text).toBe('Archived')
  const off = (...reasons: OffReason[]) =>
    productStatus({ archived: true, available: 1, off: reasons }).text
  expect([off('draft'), off('draft', 'archived'), off('hidden', 'draft')]).toEqual([
    'Draft',
    'Archived',
    'Hidden',
  ])
})

test('differences have a sign', () => {
  expect([5, -2, 1204].map(signed)).toEqual(['+5', '−2', '+1,204'])
})
