import { beforeAll, describe, expect, test } from 'bun:test'
import { ROUTES, pathWith } from '@shop/shared/contracts'
import { newId, newUser } from '@shop/shared/testing'
import { callApi, pictureForm } from '../../fixtures/api.ts'
import { newProduct } from '../../fixtures/checkout.ts'
import { callShop, signUp, Visitor } from '../../fixtures/visitor.ts'

let cookie = ''
let productId = ''
let userId = ''
let staff: Visitor

beforeAll(async () => {
  const product = await newProduct(5)
  productId = product.id
  ;({ cookie } = product.seller)
  ;({ sub: userId } = await signUp())
  staff = await Visitor.of(newUser('admin'))
})

const addressOf = (path: string) => {
  const [id, part] = [productId, 'x']
  const staffs = { userId, letterId: id, key: part }
  const ofOrder = { sellerId: id, returnId: part, refundId: part }
  return pathWith({ path }, { id, name: part, ...ofOrder, ...staffs })
}

const unsafe = ROUTES.filter(
  ({ method, path }) => method !== 'GET' && path !== '/api/payments/webhook',
).map((route) => [`${route.method} ${route.path}`, route] as const)

const withBody = unsafe.filter(([, { body }]) => body !== undefined)

const withForm = unsafe.filter(([, { form }]) => form !== undefined)

const OTHER_SITES: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: 'null' },
  { origin: 'https://evil.example' },
  { origin: 'https://localhost.evil.example' },
]

const BODIES: { body?: string; headers?: Record<string, string> }[] = [
  { body: '{}', headers: { 'content-type': 'application/json' } },
  { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  { body: '{}', headers: { 'content-type': 'text/plain' } },
  {},
]

describe.each(unsafe)('%s', (_, { method, path }) => {
  const address = () => addressOf(path)

  test('returns 403 for requests from other sites, whatever the body', async () => {
    for (const site of OTHER_SITES)
      for (const { headers, ...body } of BODIES) {
        const sent = { ...body, headers: { ...headers, ...site, cookie } }
        const response = await callApi(method, address(), sent)
        expect([response.status, response.body.type]).toEqual([403, '/problems/forbidden'])
      }
  })
})

describe.each(withBody)('%s', (_, { method, path, who }) => {
  const address = () => addressOf(path)
  const send = (body: string, headers: Record<string, string>) =>
    callApi(method, address(), {
      body,
      headers: { cookie: who === 'admin' ? staff.cookie : cookie, ...headers },
    })

  test('accepts only unencoded JSON of limited size', async () => {
    const asJson = { 'content-type': 'application/json' }
    expect((await send('{}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await send('{}', { ...asJson, 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await send('{', asJson)).status).toBe(400)
    expect((await send('{"__proto__":{"role":"admin"}}', asJson)).status).toBe(400)
    expect((await send('[]', asJson)).status).toBe(400)
    expect((await send(`{"pad":"${'x'.repeat(6_500_000)}"}`, asJson)).status).toBe(413)
  })
})

describe.each(withForm)('%s', (_, { method, path }) => {
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    callApi(method, addressOf(path), { body, headers: { cookie, ...headers } })

  test('accepts only unencoded forms of limited size', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data'])
      expect((await send('{}', { 'content-type': type })).status).toBe(415)
    expect((await send(pictureForm(), { 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await send('x', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(
      400,
    )
    for (const name of ['__proto__', 'constructor', 'unknown'])
      expect((await send(pictureForm(Object.fromEntries([[name, 'x']])))).status).toBe(400)
    for (const bytes of [5_300_000, 6_500_000])
      expect((await send(pictureForm({}, Buffer.alloc(bytes)))).status).toBe(413)
  })
})

test('the front door returns problem+json for unknown API routes and hides internal ones', async () => {
  const unknown = await callShop(`/api/orders/${newId()}/nothing`)
  expect(unknown.status).toBe(404)
  expect(unknown.headers.get('content-type')).toBe('application/problem+json')
  for (const inside of ['/livez', '/readyz', '/metrics'])
    expect((await callShop(inside)).body).not.toContain('process_resident_memory_bytes')
})
