import { beforeAll, expect, test } from 'bun:test'
import { createLimit } from '@shop/shared/async'
import { ROUTES, pathWith, pictureName, type RouteContract } from '@shop/shared/contracts'
import { checkResponse, newId, newUser, readStack } from '@shop/shared/testing'
import fc from 'fast-check'
import { PIXEL, pictureForm } from '../../fixtures/api.ts'
import { arbitraryOf, corrupted } from '../../fixtures/arbitrary.ts'
import { newOrder, newProduct } from '../../fixtures/checkout.ts'
import { signUp, Visitor, type Member } from '../../fixtures/visitor.ts'

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 2000)
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
const AT_ONCE = 16
/** A password hash takes a quarter of a second: few requests to these routes. */
const COSTLY = new Set(['/api/users/signup', '/api/users/signin', '/api/users/password'])
/** Rejects everything alike without Stripe's signature. */
const UNIFORM = '/api/payments/webhook'
const JSON_TYPE = { 'content-type': 'application/json' }
const INVALID = new Set([400, 413, 415])

interface FuzzRequest {
  route: RouteContract
  path: string
  body: string | FormData | undefined
}

let buyer: Visitor
let seller: Visitor
let member: Member
let staff: Visitor
let ids: string[] = []
let pictures: string[] = []

beforeAll(async () => {
  const [product, own] = [await newProduct(1000), await newProduct(1000)]
  const order = await newOrder(product)
  ;({ buyer } = order)
  ;({ seller } = own)
  member = await signUp()
  staff = await Visitor.of(newUser('admin'))
  ids = [own.id, product.id, order.orderId]
  const shown = await seller.sendForm('POST', `/api/products/${own.id}/images`, pictureForm())
  pictures = [pictureName(shown.body.imageUrl)]
})

const partsOf = (part: string) => {
  const staffs = { userId: part, letterId: part, key: part }
  return { sellerId: part, returnId: part, refundId: part, ...staffs }
}

function requestsTo(route: RouteContract): fc.Arbitrary<FuzzRequest> {
  const path = fc
    .tuple(
      fc.constantFrom(...ids, newId(), 'x', '%00', '..%2f'),
      fc.constantFrom(...pictures, 'x', '%00'),
      fc.constantFrom(newId(), 'x', '%00'),
      queryOf(route),
    )
    .map(([id, name, part, query]) => pathWith(route, { id, name, ...partsOf(part) }) + query)
  return fc.record({ route: fc.constant(route), path, body: bodyOf(route) })
}

function bodyOf(route: RouteContract): fc.Arbitrary<FuzzRequest['body']> {
  if (route.form === undefined) return textOf(route)
  const valid = arbitraryOf(route.form, ids)
  const fields = fc.oneof(valid, valid, corrupted(valid))
  const image = fc.constantFrom(PIXEL, PIXEL, PIXEL, Buffer.alloc(0), Buffer.from('<svg/>'))
  return fc.tuple(fields, image).map(([each, bytes]) => pictureForm(Object(each), bytes))
}

function weighted(route: RouteContract) {
  const isRare = COSTLY.has(route.path) || route.path === UNIFORM
  return { weight: isRare ? 1 : 4, arbitrary: requestsTo(route) }
}

function textOf({ body, path, method }: RouteContract): fc.Arbitrary<string | undefined> {
  if (body === undefined) return fc.constant(method === 'GET' ? undefined : '{}')
  const valid = arbitraryOf(body, ids)
  const text = (value: fc.Arbitrary<unknown>) => value.map((each) => JSON.stringify(each) ?? '')
  const raw = fc.constantFrom('', '{', 'null', '[]', '"x"', '{"__proto__":{}}', '\u0000')
  const weight = COSTLY.has(path) ? 1 : 8
  return fc.oneof(
    { weight, arbitrary: text(valid) },
    { weight: 6, arbitrary: text(corrupted(valid)) },
    { weight: 1, arbitrary: raw },
  )
}

function queryOf({ query }: RouteContract): fc.Arbitrary<string> {
  if (query === undefined) return fc.constant('')
  const junk = fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 2 })
  const fields = fc.oneof(arbitraryOf(query, ids) as typeof junk, junk)
  return fields.map((each) => `?${new URLSearchParams(each).toString()}`)
}

async function bodyOfResponse(response: Response): Promise<unknown> {
  // An event stream does not end by itself.
  if (response.headers.get('content-type') === 'text/event-stream') {
    await response.body?.cancel()
    return ''
  }
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return isJson === true && text !== '' ? JSON.parse(text) : text
}

async function send(url: string, cookie: string, request: FuzzRequest): Promise<number> {
  const { route, path, body: sent } = request
  const response = await fetch(url + path, {
    method: route.method,
    headers: { cookie, ...(typeof sent === 'string' && JSON_TYPE) },
    ...(sent !== undefined && { body: sent }),
  })
  const body = await bodyOfResponse(response)
  const text = typeof sent === 'string' ? sent : 'a form'
  if (response.status >= 500) throw new Error(`${route.method} ${path} ${text}: ${response.status}`)
  const [plain = ''] = path.split('?')
  const isKnownAddress = plain.split('/').length === route.path.split('/').length
  if (isKnownAddress) await checkResponse(route.method, path, { status: response.status, body })
  return response.status
}

/** The cookie of staff, or of an owner of data in the service. */
async function cookieFor({ service, who }: RouteContract): Promise<string> {
  if (who === 'admin') return staff.cookie
  // Requests to auth include signing out: each needs its own session.
  if (service === 'auth') return (await Visitor.of({ ...newUser(), ...member })).cookie
  return service === 'products' ? seller.cookie : buyer.cookie
}

const services = [...new Set(ROUTES.map(({ service }) => service))]

test.each(services)(
  '%s returns documented responses to random requests, and never a 5xx',
  async (service) => {
    const routes = ROUTES.filter((route) => route.service === service)
    const requests = fc.sample(fc.oneof(...routes.map(weighted)), { numRuns: REQUESTS, seed: SEED })
    const { url = '' } = (await readStack()).services[service] ?? {}
    const limit = createLimit(AT_ONCE)
    const statuses = await Promise.all(
      requests.map((request) =>
        limit(async () => send(url, await cookieFor(request.route), request)),
      ),
    )
    const passed = statuses.filter((status) => !INVALID.has(status)).length
    const share = Math.round((100 * passed) / requests.length)
    process.stdout.write(`${service}: ${requests.length} requests, ${share} % past validation\n`)
    expect(share).toBeGreaterThanOrEqual(30)
  },
  300_000,
)
