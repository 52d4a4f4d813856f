import { expect, test } from 'bun:test'
import { demandSameRequest, fingerprintOf, type StoredResponse } from './idempotency.ts'

const fingerprint = fingerprintOf(new URLSearchParams('amount=1000&currency=usd'))
const stored: StoredResponse = {
  path: '/v1/payment_intents',
  fingerprint,
  requestId: 'req_1',
  status: 200,
  body: '{}',
}
const request = { key: 'create:1', path: stored.path, fingerprint }

test('the order of parameters does not matter, their values do', () => {
  expect(fingerprintOf(new URLSearchParams('currency=usd&amount=1000'))).toBe(fingerprint)
  expect(fingerprintOf(new URLSearchParams('currency=usd&amount=1001'))).not.toBe(fingerprint)
})

test('the same request may ask again', () => {
  expect(() => demandSameRequest(stored, request)).not.toThrow()
})

test('other parameters or another endpoint may not use the key', () => {
  const other = fingerprintOf(new URLSearchParams('amount=1'))
  expect(() => demandSameRequest(stored, { ...request, fingerprint: other })).toThrow(
    'same parameters',
  )
  expect(() => demandSameRequest(stored, { ...request, path: '/v1/refunds' })).toThrow(
    'same endpoint',
  )
})
