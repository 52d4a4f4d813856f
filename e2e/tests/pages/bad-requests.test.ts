import { beforeAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import { createLog } from '@shop/shared/log'
import { cookieOf, newUser, readStack } from '@shop/shared/testing'
import { createStorefront, pagesOf } from '../../../storefront/server/storefront.ts'
import { root } from '../../stack/settings/paths.ts'

const URLENCODED = 'application/x-www-form-urlencoded'
const NO_ID = '0123456789abcdef01234567'
const PAGES = [
  '/',
  '/cart',
  '/checkout',
  `/checkout/${NO_ID}`,
  `/checkout/${NO_ID}/address`,
  '/orders',
  `/orders/${NO_ID}`,
  '/auth/signin',
  '/auth/signup',
  '/auth/signout',
  '/account',
  '/privacy',
  `/products/${NO_ID}`,
  '/sell/products',
  '/sell/products/new',
  `/sell/products/${NO_ID}`,
  `/sell/products/${NO_ID}/stock`,
  '/sell/orders',
  '/no/such/page',
  '/robots.txt',
]

/** Pages as requested by a browser and by the script. */
const PLACES = PAGES.flatMap((path) => [path, path === '/' ? '/_root.data' : `${path}.data`])

let storefront: ReturnType<typeof createStorefront>
let jwtKey = ''

/** A new session for each request: some sign out. */
const newSession = () => cookieOf(newUser(), jwtKey)

beforeAll(async () => {
  const { services, ...stack } = await readStack()
  jwtKey = stack.jwtKey
  const addressOf = (name: string) => services[name]?.url ?? ''
  storefront = createStorefront({
    log: createLog('storefront', 'silent'),
    isDev: false,
    pages: await pagesOf(join(root, 'storefront')),
    config: {
      HOST: '127.0.0.1',
      PORT: 0,
      LOG_LEVEL: 'silent',
      PUBLIC_ORIGINS: ['https://ecommerce.local'],
      PUBLIC_MEDIA_URL: 'https://minio-api.local',
      AUTH_URL: addressOf('auth'),
      PRODUCTS_URL: addressOf('products'),
      CART_URL: addressOf('cart'),
      ORDERS_URL: addressOf('orders'),
      PAYMENTS_URL: addressOf('payments'),
      STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
      STRIPE_JS_URL: '',
    },
  })
})

interface Sent {
  method?: string
  type?: string
  body?: BodyInit
  cookie?: string
}

async function send(path: string, sent: Sent = {}) {
  const { method = 'POST', type = URLENCODED, body, cookie = '' } = sent
  const headers = { 'content-type': type, cookie, 'user-agent': 'Mozilla/5.0 Firefox/140.0' }
  const response = await storefront.request(path, {
    method,
    headers: { ...headers, origin: 'https://ecommerce.local' },
    ...(body !== undefined && { body }),
  })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

const BODIES: Record<string, Sent> = {
  'no body': {},
  JSON: { type: 'application/json', body: '{"intent":"add"}' },
  'an unknown type': { type: 'text/plain', body: 'x' },
  'no type': { type: '', body: 'x' },
  'broken multipart': { type: 'multipart/form-data; boundary=x', body: '--y\r\nnonsense' },
  'multipart without a boundary': { type: 'multipart/form-data', body: 'x' },
  'an unknown intent': { body: 'intent=dance&productId=x&quantity=x' },
}

for (const [what, sent] of Object.entries(BODIES))
  test(`${what} to any page with any method never returns a 5xx`, async () => {
    for (const path of PLACES)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
        for (const cookie of ['', await newSession()]) {
          const { status } = await send(path, { ...sent, method, cookie })
          expect({ path, method, isFine: status < 500 }).toEqual({ path, method, isFine: true })
        }
  })

test.each(['/', '/privacy', '/orders', '/sell/orders'])(
  'POST %s returns a 405 page',
  async (path) => {
    const { status, html } = await send(path, { body: 'a=1' })
    expect(status).toBe(405)
    expect(html).toContain('This page doesn’t accept forms')
  },
)

test('POST /auth/signin returns a 415 page for JSON', async () => {
  const { status, html } = await send('/auth/signin', BODIES['JSON'])
  expect(status).toBe(415)
  expect(html).toContain('This kind of form isn’t supported')
})

const LARGE: Record<string, Sent> = {
  'more than 64 KiB': { body: `email=${'a'.repeat(70_000)}` },
  'more than 64 KiB of unknown length': {
    body: new Blob(['a'.repeat(70_000)]).stream(),
  },
  'more than 100 fields': { body: 'a=1&'.repeat(120) },
}

for (const [what, sent] of Object.entries(LARGE))
  test(`a form of ${what} returns a 413 page`, async () => {
    const { status, html } = await send('/auth/signin', sent)
    expect(status).toBe(413)
    expect(html).toContain('This is too large')
  })

test('POST /sell/products/new redirects large bodies of visitors to sign-in', async () => {
  const { status, headers } = await send('/sell/products/new', {
    type: 'multipart/form-data; boundary=x',
    body: 'a'.repeat(200_000),
  })
  expect(status).toBe(303)
  expect(headers.get('location')).toStartWith('/auth/signin')
})

test('forms of 5.9 MB do not grow the storefront’s memory', async () => {
  const body = 'a=1&'.repeat(1_475_000)
  await send('/auth/signin', { body })
  const before = process.memoryUsage().rss
  await Promise.all(Array.from({ length: 10 }, () => send('/auth/signin', { body })))
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
})

test.each([
  '/?cursor=zzz',
  '/?cursor=%00&category=x&minPrice=x&maxPrice=1e9&seller=x&sort=x&inStock=x',
  `/?q=${'a'.repeat(3000)}`,
  '/cart?lost=zzz',
  '/auth/signin?next=//evil.example&lost',
  `/products/${'a'.repeat(3000)}`,
  '/products/%00',
])('GET %p never returns a 5xx', async (path) => {
  expect((await send(path, { method: 'GET' })).status).toBeLessThan(500)
})

test.each(
  ['/orders', '/sell/orders', '/sell/products'].flatMap((path) => [
    `${path}?cursor=zzz`,
    `${path}?cursor=%F0%9F&show=x&status=x&archived=zzz&q=${'a'.repeat(3000)}`,
  ]),
)('GET %p returns the first page', async (path) => {
  const { status, html } = await send(path, { method: 'GET', cookie: await newSession() })
  expect(status).toBe(200)
  expect(html).toContain('</html>')
})

test('the redirect to sign-in omits a path that is too long for a header', async () => {
  const { status, headers } = await send(`/orders/${'a'.repeat(5000)}`, { method: 'GET' })
  expect(status).toBe(303)
  expect(headers.get('location')?.length).toBeLessThan(200)
})

test('public responses set no session cookie', async () => {
  for (const path of ['/sitemap.xml', '/robots.txt']) {
    const response = await storefront.request(path, { headers: { cookie: 'session=foreign' } })
    expect(response.headers.get('cache-control')).toContain('public')
    expect(response.headers.getSetCookie()).toEqual([])
  }
})
