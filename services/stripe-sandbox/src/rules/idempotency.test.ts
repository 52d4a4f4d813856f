import { expect, test } from 'bun:test'
import { requireSameRequest, fingerprintOf, type StoredResponse } from './idempotency.ts'

const fingerprint = fingerprintOf(new URLSearchParams('amount=1000&currency=usd'))
const stored: StoredResponse = {
  path: '/v1/payment_intents',
  fingerprint,
  requestId: 'req_1',
  status: 200,
  body: '{}',
}
const request = { key: 'create:1', path: stored.path, fingerprint }

test('the fingerprint depends on values, not on their order', () => {
  expect(fingerprintOf(new URLSearchParams('currency=usd&amount=1000'))).toBe(fingerprint)
  expect(fingerprintOf(new URLSearchParams('currency=usd&amount=1001'))).not.toBe(fingerprint)
})

test('accepts the same request', () => {
  expect(() => requireSameRequest(stored, request)).not.toThrow()
})

test('rejects other parameters and another endpoint', () => {
  const other = fingerprintOf(new URLSearchParams('amount=1'))
  expect(() => requireSameRequest(stored, { ...request, fingerprint: other })).toThrow(
    'same parameters',
  )
  expect(() => requireSameRequest(stored, { ...request, path: '/v1/refunds' })).toThrow(
    'same endpoint',
  )
})
