import { expect, test } from 'bun:test'
import { startStorefront } from '../../fixtures/storefront.ts'

const storefront = await startStorefront(() => 'http://127.0.0.1:9')
const headers = { cookie: 'session=anything', 'user-agent': 'Mozilla/5.0 Firefox/140.0' }

test('a page without its services returns 503 with a request id and a retry link', async () => {
  const response = await storefront.request('/', {
    headers: { ...headers, 'x-request-id': 'request-1' },
  })
  const html = await response.text()
  expect(response.status).toBe(503)
  expect(html).toContain('This isn’t available right now')
  expect(html).toContain('Try again')
  expect(html).toContain('request-1')
  expect(html).not.toContain('ECONNREFUSED')
})

/** Sends a form like a browser without script. */
async function sendForm(path: string, fields: Record<string, string>) {
  const response = await storefront.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'user-agent': headers['user-agent'], accept: 'text/html' },
  })
  return { status: response.status, html: await response.text() }
}

test('a form without its service returns 503 and keeps what was typed', async () => {
  for (const path of ['/auth/signin', '/auth/signup']) {
    const typed = { email: 'ana@example.com', password: 'a long sentence of words' }
    const { status, html } = await sendForm(path, typed)
    expect(status).toBe(503)
    expect(html).toContain('This isn’t available right now. Try again in a moment.')
    expect(html).toContain('value="ana@example.com"')
    expect(html).not.toContain(typed.password)
  }
})

test('POST /cart returns 503 and the cart page without its services', async () => {
  const { status, html } = await sendForm('/cart', { intent: 'add', productId: '0'.repeat(24) })
  expect(status).toBe(503)
  expect(html).toContain('Your cart')
  expect(html).toContain('This isn’t available right now. Try again in a moment.')
})

test('POST /auth/signout returns the error page when it fails', async () => {
  const { status, html } = await sendForm('/auth/signout', {})
  expect(status).toBe(503)
  expect(html).toContain('This isn’t available right now')
})

test('pages that need no service work', async () => {
  for (const [path, words] of [
    ['/privacy', 'Privacy'],
    ['/no/such/page', 'This page doesn’t exist'],
  ] as const)
    expect(await (await storefront.request(path, { headers })).text()).toContain(words)
})

test('with the real Stripe, the policy allows only its script and frames', async () => {
  const policy = (await storefront.request('/privacy', { headers })).headers.get(
    'content-security-policy',
  )
  expect(policy).toContain(
    'frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com;',
  )
  expect(policy).toContain("connect-src 'self' https://api.stripe.com;")
})
