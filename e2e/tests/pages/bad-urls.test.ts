import { expect, test } from 'bun:test'
import { openPages } from '../../fixtures/page-requests.ts'

const { storefront, send, newSession } = await openPages()

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
  const { status, headers } = await send(`/sell/products/${'a'.repeat(5000)}`, { method: 'GET' })
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
