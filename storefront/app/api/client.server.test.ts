import { afterAll, beforeEach, expect, test } from 'bun:test'
import { createLog } from '@shop/shared/log'
import * as v from 'valibot'
import { createApi } from './client.server.ts'
import { isRefusal, isUnavailable } from './refusal.server.ts'

const requests: { path: string; headers: Headers }[] = []
let respond: () => Response = () => Response.json({})

const service = Bun.serve({
  port: 0,
  fetch(request) {
    requests.push({ path: new URL(request.url).pathname, headers: request.headers })
    return respond()
  },
})
afterAll(() => service.stop(true))
beforeEach(() => requests.splice(0))

const url = service.url.origin
const config = {
  AUTH_URL: url,
  PRODUCTS_URL: url,
  CART_URL: url,
  ORDERS_URL: url,
  PAYMENTS_URL: url,
  NOTIFICATIONS_URL: url,
}

const apiFor = (cookie: string) =>
  createApi({
    config,
    requestId: 'request-1',
    log: createLog('storefront', 'silent'),
    request: {
      headers: new Map([
        ['cookie', cookie],
        ['x-real-ip', '203.0.113.7'],
      ]),
    } as never,
  })

const ANYTHING = v.looseObject({})

test('only the session cookie is forwarded, with the request id and the IP address', async () => {
  await apiFor('theme=dark; session=abc; other=1').call('CART', '/api/cart', ANYTHING)
  const [{ headers } = { headers: new Headers() }] = requests
  expect(headers.get('cookie')).toBe('session=abc')
  expect(headers.get('x-request-id')).toBe('request-1')
  expect(headers.get('x-real-ip')).toBe('203.0.113.7')
})

test('a cookie set by a service is used for later calls and sent to the browser', async () => {
  const api = apiFor('')
  expect(api.hasSession()).toBe(false)
  respond = () =>
    Response.json({}, { headers: { 'set-cookie': 'session=new; Path=/; HttpOnly; Secure' } })
  await api.call('AUTH', '/api/users/guest', ANYTHING, { method: 'POST' })
  respond = () => Response.json({})
  await api.call('CART', '/api/cart', ANYTHING)
  expect(requests[1]?.headers.get('cookie')).toBe('session=new')
  expect(api.newCookies()).toEqual(['session=new; Path=/; HttpOnly; Secure'])
})

test('a refusal has a status, a problem document and a retry delay', async () => {
  const problem = { type: '/problems/too-many-requests', detail: 'Later', errors: [] }
  respond = () => Response.json(problem, { status: 429, headers: { 'retry-after': '90' } })
  const refusal: unknown = await apiFor('')
    .call('AUTH', '/api/users/signin', ANYTHING)
    .catch((error: unknown) => error)
  expect(isRefusal(refusal)).toBe(true)
  expect(refusal).toMatchObject({ status: 429, retryAfter: 90, problem })
})

test('a refusal without a problem document is still a refusal', async () => {
  respond = () => new Response('<h1>No</h1>', { status: 418 })
  const refusal: unknown = await apiFor('')
    .call('AUTH', '/', ANYTHING)
    .catch((error: unknown) => error)
  expect(refusal).toMatchObject({ status: 418, problem: { detail: 'The request was refused.' } })
})

test.each([500, 502, 503, 504])('a service that responds %p is unavailable', async (status) => {
  respond = () => new Response('<h1>Bad gateway</h1>', { status })
  const error: unknown = await apiFor('')
    .call('AUTH', '/', ANYTHING)
    .catch((thrown: unknown) => thrown)
  expect(isUnavailable(error)).toBe(true)
})

test('an unreachable service is unavailable', async () => {
  const api = createApi({
    config: { ...config, CART_URL: 'http://127.0.0.1:9' },
    requestId: 'request-1',
    log: createLog('storefront', 'silent'),
    request: { headers: new Map() } as never,
  })
  const error: unknown = await api
    .call('CART', '/api/cart', ANYTHING)
    .catch((thrown: unknown) => thrown)
  expect(isUnavailable(error)).toBe(true)
})

test.each(['../../metrics', '..', 'a/../../../livez', 'x#y', 'é'])(
  'the id %p cannot reach another route',
  async (id) => {
    const refusal: unknown = await apiFor('')
      .call('ORDERS', `/api/orders/${id}/events`, ANYTHING)
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({ status: 404 })
    expect(requests).toEqual([])
  },
)

test('a response that breaks the contract is an error', async () => {
  respond = () => Response.json({ items: 'many' })
  const call = apiFor('').call('CART', '/', v.object({ items: v.array(v.string()) }))
  expect(call).rejects.toThrow()
})

test('loaders of a page share one request', async () => {
  respond = () => Response.json({})
  const api = apiFor('')
  const ask = () => api.once('cart', () => api.call('CART', '/api/cart', ANYTHING))
  await Promise.all([ask(), ask()])
  expect(requests).toHaveLength(1)
})

test('a change clears the cached reads', async () => {
  respond = () => Response.json({})
  const api = apiFor('')
  const ask = () => api.once('cart', () => api.call('CART', '/api/cart', ANYTHING))
  await ask()
  await api.call('CART', '/api/cart/items', ANYTHING, { method: 'POST', json: {} })
  await ask()
  expect(requests).toHaveLength(3)
})
