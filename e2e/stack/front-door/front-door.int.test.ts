import { beforeAll, describe, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { readStack, type StackFile } from '@shop/shared/testing'

let stack: StackFile
let ca: string

beforeAll(async () => {
  stack = await readStack()
  ca = readFileSync(stack.ca, 'utf8')
})

/** Sends a request to the front door from this machine. */
function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(stack.url + path, { redirect: 'manual', ...init, tls: { ca } })
}

const SEVEN_MIB = 7 * 1024 * 1024

describe('the front door', () => {
  test('has a certificate signed by the authority', async () => {
    expect((await ask('/api/products')).status).toBe(200)
  })

  test('returns problem+json with the request id for an unknown API route', async () => {
    const reply = await ask('/api/nothing', { headers: { 'x-request-id': 'a-request-1' } })
    expect(reply.status).toBe(404)
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(reply.headers.get('x-request-id')).toBe('a-request-1')
    expect(await reply.json()).toMatchObject({
      type: '/problems/not-found',
      status: 404,
      requestId: 'a-request-1',
    })
  })

  test('returns its own errors as HTML outside the API', async () => {
    const reply = await ask('/livez')
    expect(reply.status).toBe(404)
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await reply.text()).toContain('<h1>Not Found</h1>')
  })

  test('generates a request id when the given one is invalid', async () => {
    const reply = await ask('/api/nothing', { headers: { 'x-request-id': '"<script>"' } })
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/)
  })

  test('refuses a body above 6 MiB', async () => {
    const reply = await ask('/api/products', { method: 'POST', body: new Uint8Array(SEVEN_MIB) })
    expect(reply.status).toBe(413)
    expect(await reply.json()).toMatchObject({ type: '/problems/payload-too-large' })
  })

  test("passes a service's own error through", async () => {
    const reply = await ask('/api/products/000000000000000000000000')
    expect(reply.status).toBe(404)
    expect(await reply.json()).toMatchObject({ type: '/problems/not-found', title: 'Not found' })
  })

  test.each(['/livez', '/readyz', '/metrics'])('does not lead to %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test('redirects http on the https port to https', async () => {
    const plain = await fetch(`${stack.url.replace('https:', 'http:')}/a?b=1`, {
      redirect: 'manual',
    })
    expect(plain.status).toBe(308)
    expect(plain.headers.get('location')).toBe(`${stack.url}/a?b=1`)
  })

  test('rejects other hosts', async () => {
    const reply = await ask('/api/products', { headers: { host: 'evil.example' } })
    expect(reply.status).toBe(404)
  })

  test('sends no HSTS header on localhost', async () => {
    const reply = await ask('/api/products')
    const isLocal = stack.url.startsWith('https://localhost')
    expect(reply.headers.has('strict-transport-security')).toBe(!isLocal)
  })
})

describe('pictures', () => {
  const path = '/product-images/no-such-picture.webp'
  const askPictures = (target: string, init: RequestInit = {}) => {
    const url = stack.hosts ? stack.url.replace('ecommerce', 'minio-api') : stack.url
    return fetch(url + target, { ...init, tls: { ca } })
  }

  test('are read from the object store', async () => {
    const reply = await askPictures(path)
    expect(reply.status).toBe(404)
    expect(await reply.text()).toContain('<Code>NoSuchKey</Code>')
  })

  test.each(['PUT', 'POST', 'DELETE'])('cannot be changed by %s', async (method) => {
    expect((await askPictures(path, { method })).status).toBe(405)
  })

  test('cannot be listed', async () => {
    expect((await askPictures('/product-images/?list-type=2')).status).toBe(403)
  })

  test('are all that can be reached at the address of the object store', async () => {
    expect((await askPictures('/minio/health/live')).status).toBe(404)
    expect((await askPictures('/product-images/..%2fminio/health/live')).status).toBe(400)
  })
})
