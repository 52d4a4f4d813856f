import { expect, test } from 'bun:test'
import { stripeCallsIn } from './stripe.ts'

test('the calls are summed over their kinds and results', () => {
  const metrics = [
    '# HELP stripe_call_duration_seconds Responses of Stripe',
    '# TYPE stripe_call_duration_seconds histogram',
    'stripe_call_duration_seconds_count{call="create",status="200"} 12',
    'stripe_call_duration_seconds_count{call="confirm",status="402"} 3',
    'stripe_call_duration_seconds_count_other 100',
    'http_requests_total{call="stripe_call_duration_seconds_count"} 50',
  ].join('\n')
  expect(stripeCallsIn(metrics)).toBe(15)
  expect(stripeCallsIn('stripe_calls_total{call="create",status="200"} 7')).toBe(7)
  expect(stripeCallsIn('')).toBe(0)
})
