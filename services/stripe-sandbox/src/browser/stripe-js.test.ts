import { afterAll, describe, expect, test } from 'bun:test'
import { runInNewContext } from 'node:vm'
import { startForTest } from '../testing/index.ts'
import { API_VERSION } from '../webhooks/record-event.ts'

const { url, stop } = startForTest()
afterAll(stop)

const places = ['', '/stripe-sandbox']

describe.each(places)('below %p', (place) => {
  test.each(['/stripe.js', '/elements/card-form.js', '/elements/challenge.js'])(
    '%s is a script that browsers can revalidate',
    async (path) => {
      const response = await fetch(url + place + path)
      expect(response.headers.get('content-type')).toStartWith('text/javascript')
      const etag = response.headers.get('etag') ?? ''
      const again = await fetch(url + place + path, { headers: { 'if-none-match': etag } })
      expect({ first: response.status, again: again.status }).toEqual({ first: 200, again: 304 })
    },
  )

  test('the card form can be framed by, and loads from, the same origin only', async () => {
    const { headers, ...response } = await load(`${place}/elements/card-form`)
    const [, nonce] = /<style nonce="([^"]+)">/.exec(response.text) ?? []
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; font-src 'self' data:; img-src data:; connect-src 'self'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'`,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(response.text).toContain('<script src="card-form.js" defer></script>')
  })
})

async function load(path: string) {
  const response = await fetch(url + path)
  return { headers: response.headers, text: await response.text() }
}

test('stripe.js defines Stripe with the release of the API', async () => {
  const { text } = await load('/stripe.js')
  const page: { Stripe?: { (key: string): object; version: string } } = {}
  const document = { currentScript: { src: `${url}/stripe-sandbox/stripe.js` } }
  runInNewContext(text, { window: page, document, URL })
  expect(page.Stripe?.version).toBe(API_VERSION.split('.')[1] ?? '')
  expect(page.Stripe?.('pk_test_1')).toHaveProperty('createConfirmationToken')
})

test('the card form has labeled fields with Stripe’s names', async () => {
  const { text } = await load('/elements/card-form')
  for (const [name, autocomplete] of [
    ['number', 'cc-number'],
    ['expiry', 'cc-exp'],
    ['cvc', 'cc-csc'],
    ['postalCode', 'billing postal-code'],
    ['country', 'billing country'],
  ]) {
    const [field = ''] = new RegExp(`<(input|select)[^>]*name="${name}"[^>]*>`).exec(text) ?? []
    expect(field).toContain(`id="payment-${name}Input"`)
    expect(field).toContain(`autocomplete="${autocomplete}"`)
    expect(text).toContain(`for="payment-${name}Input"`)
  }
  expect(text.match(/inputmode="numeric"/g)).toHaveLength(3)
  expect(text).toContain('Test payment: no money moves')
  expect(text).toContain('<option value="US">United States</option>')
})
