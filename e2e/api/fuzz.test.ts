import { beforeAll, expect, test } from 'bun:test'
import { createLimit } from '@shop/shared/async'
import { ROUTES, type RouteContract } from '@shop/shared/contracts'
import { checkReply, newId, readStack } from '@shop/shared/testing'
import fc from 'fast-check'
import { arbitraryOf, spoiled } from '../fixtures/arbitrary.ts'
import { newOrder, newProduct } from '../fixtures/checkout.ts'
import { Visitor } from '../fixtures/visitor.ts'

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 2000)
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
const AT_ONCE = 16
/** A password's hash costs a quarter of a second of one core: these routes get few requests that reach it. */
const COSTLY = new Set(['/api/users/signup', '/api/users/signin'])
/** Without Stripe's signature every shot at it is refused alike. */
const UNIFORM = '/api/payments/webhook'
const REFUSED_AS_BAD = new Set([400, 413, 415])

interface Shot {
  route: RouteContract
  path: string
  text: string | undefined
}

let buyer: Visitor
let ids: string[] = []

beforeAll(async () => {
  const product = await newProduct(1000)
  const order = await newOrder(product)
  buyer = order.buyer
  ids = [product.id, order.orderId]
})

function shotsAt(route: RouteContract): fc.Arbitrary<Shot> {
  const path = fc
    .tuple(fc.constantFrom(...ids, newId(), 'x', '%00', '..%2f'), queryOf(route))
    .map(([id, query]) => route.path.replace(':id', id) + query)
  return fc.record({ route: fc.constant(route), path, text: textOf(route) })
}

function weighed(route: RouteContract) {
  const isRare = COSTLY.has(route.path) || route.path === UNIFORM
  return { weight: isRare ? 1 : 4, arbitrary: shotsAt(route) }
}

function textOf({ body, path, method }: RouteContract): fc.Arbitrary<string | undefined> {
  if (body === undefined) return fc.constant(method === 'GET' ? undefined : '{}')
  const valid = arbitraryOf(body, ids)
  const text = (value: fc.Arbitrary<unknown>) => value.map((each) => JSON.stringify(each) ?? '')
  const raw = fc.constantFrom('', '{', 'null', '[]', '"x"', '{"__proto__":{}}', '\u0000')
  const weight = COSTLY.has(path) ? 1 : 8
  return fc.oneof(
    { weight, arbitrary: text(valid) },
    { weight: 6, arbitrary: text(spoiled(valid)) },
    { weight: 1, arbitrary: raw },
  )
}

function queryOf({ query }: RouteContract): fc.Arbitrary<string> {
  if (query === undefined) return fc.constant('')
  const junk = fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 2 })
  const fields = fc.oneof(arbitraryOf(query, ids) as typeof junk, junk)
  return fields.map((each) => `?${new URLSearchParams(each).toString()}`)
}

async function shoot(url: string, cookie: string, shot: Shot): Promise<number> {
  const { route, path, text } = shot
  const reply = await fetch(url + path, {
    method: route.method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(text !== undefined && { body: text }),
  })
  const body: unknown = await reply.text().then((sent) => (sent === '' ? '' : JSON.parse(sent)))
  if (reply.status >= 500) throw new Error(`${route.method} ${path} ${text}: ${reply.status}`)
  const [plain = ''] = path.split('?')
  const isKnownAddress = plain.split('/').length === route.path.split('/').length
  if (isKnownAddress) await checkReply(route.method, path, { status: reply.status, body })
  return reply.status
}

const services = [...new Set(ROUTES.map(({ service }) => service))]

test.each(services)(
  '%s answers whatever it is sent by its contract, and never by a 5xx',
  async (service) => {
    const routes = ROUTES.filter((route) => route.service === service)
    const shots = fc.sample(fc.oneof(...routes.map(weighed)), { numRuns: REQUESTS, seed: SEED })
    const { url = '' } = (await readStack()).services[service] ?? {}
    // Signing out is one of the shots at auth.
    const { cookie } = service === 'auth' ? await Visitor.of() : buyer
    const limit = createLimit(AT_ONCE)
    const statuses = await Promise.all(shots.map((shot) => limit(() => shoot(url, cookie, shot))))
    const passed = statuses.filter((status) => !REFUSED_AS_BAD.has(status)).length
    const share = Math.round((100 * passed) / shots.length)
    process.stdout.write(`${service}: ${shots.length} requests, ${share} % past validation\n`)
    expect(share).toBeGreaterThanOrEqual(30)
  },
  300_000,
)
