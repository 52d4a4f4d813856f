import { expect, test } from 'bun:test'
import { isReturnUrl, withPaymentResult } from './return-url.ts'

test.each(['https://shop.test/orders/1?a=b#c', 'http://localhost:8080/', 'https://[::1]:8443/x'])(
  '%s is a valid return URL',
  (text) => {
    expect(isReturnUrl(text)).toBe(true)
  },
)

test.each([
  '/orders/1',
  '//shop.test/orders/1',
  'javascript:alert(1)',
  'data:text/html,x',
  'shop://orders/1',
  'https://',
  'https://a;script-src/',
  'https://a,b/',
])('%s is not a valid return URL', (text) => {
  expect(isReturnUrl(text)).toBe(false)
})

test('adds the result to existing query parameters', () => {
  const intent = { id: 'pi_1', client_secret: 'pi_1_secret_2' }
  expect(
    withPaymentResult('https://shop.test/orders/1?from=mail&x=a%26b#top', intent, 'failed'),
  ).toBe(
    'https://shop.test/orders/1?from=mail&x=a%26b&payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_2&redirect_status=failed#top',
  )
})
