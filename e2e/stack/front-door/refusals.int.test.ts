import { beforeAll, describe, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { commonHeaders } from '@shop/shared/http'
import { rawRequest, readStack, type StackFile } from '@shop/shared/testing'

let stack: StackFile
let ca: string

beforeAll(async () => {
  stack = await readStack()
  ca = readFileSync(stack.ca, 'utf8')
})

const ask = (target: string, options: Parameters<typeof rawRequest>[2] = {}) =>
  rawRequest(stack.url, target, { ca, ...options })

const PARTS = [
  '\\',
  '%5c',
  '%5C',
  '%2f',
  '%2F',
  '//',
  '/./',
  '/../',
  '/%2e%2E/',
  '/.%2e/',
  '/..?',
  '%0a',
  '%1F',
]

describe('an ambiguous path', () => {
  test.each(PARTS)('is rejected: %j', async (part) => {
    for (const before of [
      '/x',
      '/stripe-sandbox/..',
      '/api/orders',
      '/product-images/a',
      '/%2e%2e',
    ]) {
      const target = `${before}${part}sandbox/ledger`
      const { status, headers } = await ask(target)
      expect([target, status]).toEqual([target, 400])
      const type =
        before === '/api/orders' ? 'application/problem+json' : 'text/html; charset=utf-8'
      expect(headers['content-type']).toBe(type)
    }
  })

  test('reaches no internal route', async () => {
    for (const target of ['/stripe-sandbox/..;/sandbox/ledger', '/stripe-sandbox/%00/../sandbox'])
      expect((await ask(target)).status).toBeGreaterThanOrEqual(400)
  })

  test('may be part of a query', async () => {
    const target = String.raw`/privacy?next=%2F..%2F//\x%5cy%0a`
    expect((await ask(target)).status).toBe(200)
  })
})

const LONG = 'x'.repeat(40_000)
const TRANSFER = { 'transfer-encoding': 'nonsense' }

describe("the front door's own errors", () => {
  const errors: [string, number, string, Parameters<typeof rawRequest>[2]][] = [
    ['an ambiguous path', 400, '/a\\b', {}],
    ['no host', 400, '/', { headers: { host: '' } }],
    ['an internal route', 404, '/metrics', {}],
    ['a strange host', 404, '/', { headers: { host: 'evil.example' } }],
    ['a method that no server has', 405, '/', { method: 'TRACE' }],
    ['a large body', 413, '/cart', { method: 'POST', body: LONG + LONG }],
    ['a large body of the API', 413, '/api/cart', { method: 'POST', body: LONG + LONG }],
    ['a long address', 414, `/${LONG}`, {}],
    ['large headers', 431, '/', { headers: { 'x-long': LONG } }],
    ['an unknown transfer encoding', 501, '/', { method: 'POST', headers: TRANSFER }],
  ]

  test.each(errors)(
    'have the same security headers as the services’ responses: %s',
    async (_, status, target, how) => {
      const reply = await ask(target, how)
      expect(reply.status).toBe(status)
      expect(reply.headers).toMatchObject({
        'x-frame-options': commonHeaders.xFrameOptions,
        'referrer-policy': commonHeaders.referrerPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      expect(reply.headers['content-security-policy']).toStartWith(
        "default-src 'none'; style-src 'sha256-",
      )
      expect(reply.text).toContain(`${status}`)
      expect(reply.text).not.toContain('nginx')
    },
  )

  test('send HSTS for the host names of the shop, and not for those of this machine', async () => {
    const port = new URL(stack.url).port
    const hsts = async (host: string) =>
      (await ask('/a\\b', { headers: { host: `${host}:${port}` } })).headers[
        'strict-transport-security'
      ]
    for (const host of ['ecommerce.local', 'minio.local', 'minio-api.local'])
      expect(await hsts(host)).toBe(commonHeaders.strictTransportSecurity)
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'evil.example'])
      expect(await hsts(host)).toBeUndefined()
  })
})
