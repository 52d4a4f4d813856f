import { expect, test } from 'bun:test'
import { hadSession, signInFirst } from './sign-in-first.server.ts'

const SHOP = 'https://shop.example'

/** A plain object, because the DOM's Request drops forbidden headers. */
function requestFor(path: string, method = 'GET', headers: Record<string, string> = {}): Request {
  const all = new Headers({ host: 'shop.example', ...headers })
  return { url: SHOP + path, method, headers: all } as Request
}

const leadsTo = (request: Request, wasSignedIn = false) =>
  signInFirst(request, wasSignedIn).headers.get('location')

test.each([
  ['/orders', '/orders'],
  ['/sell/products?status=live', '/sell/products?status=live'],
  ['/orders.data?_routes=routes%2Forders._index', '/orders'],
  ['/checkout.data?index', '/checkout'],
  ['/_root.data', '/'],
])('a visitor of %p returns to %p after signing in', (path, next) => {
  expect(leadsTo(requestFor(path))).toBe(`/auth/signin?${new URLSearchParams({ next })}`)
})

test('a form returns to the page it was on', () => {
  const headers = { referer: `${SHOP}/products/1?from=here` }
  expect(leadsTo(requestFor('/cart.data', 'POST', headers), true)).toBe(
    `/auth/signin?${new URLSearchParams({ next: '/products/1?from=here', lost: '1' })}`,
  )
})

test.each([undefined, 'nonsense', 'https://evil.example/trap'])(
  'a form with the Referer %p returns to its own URL',
  (referer) => {
    const headers = referer === undefined ? {} : { referer }
    expect(leadsTo(requestFor('/account', 'POST', headers))).toBe('/auth/signin?next=%2Faccount')
  },
)

test.each([
  ['GET', '', false],
  ['GET', 'theme=dark', false],
  ['GET', 'session=', false],
  ['GET', 'theme=dark; session=abc', true],
  ['POST', '', true],
])('a %s with cookies %p counts as a lost session: %p', (method, cookie, isLost) => {
  expect(hadSession(requestFor('/', method, { cookie }))).toBe(isLost)
})
