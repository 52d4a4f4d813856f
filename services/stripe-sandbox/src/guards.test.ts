import { afterAll, expect, test } from 'bun:test'
import { startForTest } from './testing/index.ts'

const { url, stop } = startForTest()
afterAll(stop)

// Set by the front door.
const OUTSIDE = { 'x-forwarded-for': '203.0.113.7' }

test.each([
  '/sandbox',
  '/sandbox/ledger',
  '/sandbox/faults/x',
  '/v1/payment_intents',
  '/v1/events',
  '/stripe-sandbox/../sandbox/ledger',
  '/stripe-sandbox/..\\sandbox/ledger',
  '/stripe-sandbox/%2e%2e/v1/charges',
  '/stripe-sandboxes',
  '/',
  '/readyz',
])('GET %s returns 404 through the front door', async (path) => {
  expect((await fetch(url + path, { headers: OUTSIDE })).status).toBe(404)
})

test.each(['/stripe-sandbox', '/stripe-sandbox/', '/stripe-sandbox/stripe.js'])(
  'GET %s reaches a browser through the front door',
  async (path) => {
    expect((await fetch(url + path, { headers: OUTSIDE })).status).toBe(200)
  },
)

test('direct requests reach everything', async () => {
  expect((await fetch(`${url}/sandbox/ledger`)).status).toBe(200)
})
