import { expect, test } from 'bun:test'
import { openPages, type PageRequest } from '../../fixtures/page-requests.ts'

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

const { send, newSession } = await openPages()

const BODIES: Record<string, PageRequest> = {
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

const LARGE: Record<string, PageRequest> = {
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
