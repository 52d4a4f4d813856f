import { expect, test } from 'bun:test'
import { cookieOf, newUser, readStack } from '@shop/shared/testing'
import { callShop, type ShopResponse } from '../../fixtures/visitor.ts'

const CSP = 'content-security-policy'

const policyOf = ({ headers }: ShopResponse) => headers.get(CSP) ?? ''

function directivesOf(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/)
      return [name, values]
    }),
  )
}

test('pages allow only scripts with their nonce and no foreign sources', async () => {
  const one = await callShop('/')
  const other = await callShop('/')
  const text = policyOf(one)
  const policy = directivesOf(text)
  expect(policy['default-src']).toEqual(["'none'"])
  expect(policy['frame-ancestors']).toEqual(["'none'"])
  expect(policy['form-action']).toEqual(["'self'"])
  expect(text).not.toContain('unsafe')
  const nonce = /'nonce-([^']+)'/.exec(text)?.[1] ?? ''
  expect(nonce.length).toBeGreaterThan(20)
  expect(policyOf(other)).not.toContain(nonce)
  for (const [tag] of (one.body as string).matchAll(/<script[^>]*>/g))
    expect(tag).toContain(`nonce="${nonce}"`)
  expect(one.body).not.toMatch(/ (style|on\w+)="/)
})

test('pages are not cached and cannot be framed', async () => {
  const { headers } = await callShop('/cart')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('pages are compressed', async () => {
  for (const format of ['br', 'gzip']) {
    const { headers, body } = await callShop('/', { headers: { 'accept-encoding': format } })
    expect(headers.get('content-encoding')).toBe(format)
    expect(body).toContain('</html>')
  }
})

test.each(['/cart', '/checkout', '/account', '/auth/signin', '/sell/products/new'])(
  'POST %s returns 403 from another site',
  async (path) => {
    const { jwtKey } = await readStack()
    const response = await callShop(path, {
      method: 'POST',
      body: new URLSearchParams({ intent: 'add' }),
      headers: { 'sec-fetch-site': 'cross-site', cookie: await cookieOf(newUser(), jwtKey) },
    })
    expect(response.status).toBe(403)
  },
)

test('unknown pages return a 404 page', async () => {
  for (const path of ['/no/such/page', '/products/0123456789abcdef01234567', '/products/x']) {
    const { status, body } = await callShop(path, { headers: { accept: 'text/html' } })
    expect(status).toBe(404)
    expect(body).toContain('This page doesn’t exist')
  }
})

test('GET /orders/:id returns 404 for other users', async () => {
  const { jwtKey } = await readStack()
  const cookie = await cookieOf(newUser(), jwtKey)
  const { status } = await callShop('/orders/0123456789abcdef01234567', { headers: { cookie } })
  expect(status).toBe(404)
})
