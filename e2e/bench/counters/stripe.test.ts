import { expect, test } from 'bun:test'
import { stripeCallsIn } from './stripe.ts'

test('the calls are summed over their kinds and results', () => {
  const metrics = [
    '# HELP stripe_calls_total Responses of Stripe',
    '# TYPE stripe_calls_total counter',
    'stripe_calls_total{call="create",status="200"} 12',
    'stripe_calls_total{call="confirm",status="402"} 3',
    'stripe_calls_total_other 100',
    'http_requests_total{call="stripe_calls_total"} 50',
  ].join('\n')
  expect(stripeCallsIn(metrics)).toBe(15)
  expect(stripeCallsIn('')).toBe(0)
})
