import { beforeAll, describe, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CancelReason,
  EVENTS,
  ROUTES,
  ReturnStatus,
  SERVICES,
  statusesOf,
} from '@shop/shared/contracts'
import { newId, rawRequest, readStack } from '@shop/shared/testing'
import { pagesOf } from '../../../storefront/server/storefront.ts'
import { endsAs, newOrder, newProduct, pay } from '../../fixtures/checkout.ts'
import { root } from '../../stack/settings/paths.ts'

const PROGRAMS = [...SERVICES, 'storefront'] as const
const DECLINED = ['InsufficientFunds', 'LostCard', 'ExpiredCard', 'ProcessingError']

const words = (text: string) => text.split(/\s+/)

/** Whatever a client may send, labels come from these. */
const LABELS: Record<string, readonly string[]> = {
  service: PROGRAMS,
  method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'other'],
  // Of routes, pages and Stripe; of returns.
  status: [
    ...ROUTES.flatMap((route) => statusesOf(route).map(String)),
    ...words('200 204 302 304 400 403 404 405 415 500 503 none'),
    ...ReturnStatus.options,
  ],
  subject: Object.keys(EVENTS),
  outcome: words('done again parked sent rejected unavailable failed reversed'),
  collection: words('users sessions products moderations reservations orders payments'),
  state: words(
    'open busy awaited Created Pending Authorized Capturing Cancelling Refunding Queued',
  ),
  reason: CancelReason.options,
  code: words('insufficient_funds lost_card expired_card processing_error generic_decline other'),
  currency: ['usd'],
  call: [
    'POST /v1/payment_intents',
    'GET /v1/payment_intents/:id',
    'POST /v1/payment_intents/:id/confirm',
    'POST /v1/payment_intents/:id/capture',
    'POST /v1/payment_intents/:id/cancel',
    'GET /v1/refunds',
    'POST /v1/refunds',
  ],
}

let programs: { name: string; url: string }[] = []
let pages: string[] = []

beforeAll(async () => {
  const { services } = await readStack()
  programs = PROGRAMS.map((name) => ({ name, url: services[name]?.url ?? '' }))
  pages = (await pagesOf(join(root, 'storefront'))).paths
})

interface Series {
  name: string
  labels: [string, string][]
}

async function seriesOf(url: string): Promise<Series[]> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return [...text.matchAll(/^(\w+)\{(.*)\} \S+$/gm)].map(([, name = '', labels = '']) => ({
    name,
    labels: [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      value,
    ]),
  }))
}

/** Requests that nobody has sent before, of every method and some that are none. */
async function sendOdd(url: string): Promise<void> {
  const [id, word] = [newId(), `w${crypto.randomUUID().slice(0, 8)}`]
  const methods = words(`GET HEAD POST PUT PATCH DELETE OPTIONS PROPFIND ${word}`)
  const paths = words(
    `/${word} /${word}.data /products/${id} /products/${word} /%00 //x /api/${word} /api/products/${id}
     /api/orders/${id}/${word} /api/cart?${word}=1 /api/orders/sold/${word}/parcel /api/payments/${id}`,
  )
  for (const path of paths)
    await Promise.all(methods.map((method) => rawRequest(url, path, { method }).catch(() => {})))
}

async function buyWithDeclines(): Promise<void> {
  const order = await newOrder(await newProduct(1))
  for (const kind of DECLINED) await pay(order, `tok_visa_chargeDeclined${kind}`)
  await pay(order)
  await endsAs(order, 'Complete')
}

/** The alternatives of all patterns of routes in the rules of the service levels. */
function routesOfLevels(): string[] {
  const rules = readFileSync(join(root, 'k8s/components/monitoring/slos.yaml'), 'utf8')
  return [...rules.matchAll(/route=~"([^"]+)"/g)].flatMap(([, any = '']) => any.split('|'))
}

const keyOf = ({ name, labels }: Series) => `${name} ${labels.map((pair) => pair.join('=')).join()}`

test('service levels are of routes that exist', () => {
  const routes = [...ROUTES.map(({ path }) => path), ...pages]
  const isKnown = (pattern: string) => routes.some((path) => new RegExp(`^${pattern}$`).test(path))
  expect(routesOfLevels().length).toBeGreaterThan(5)
  expect(routesOfLevels().filter((pattern) => !isKnown(pattern))).toEqual([])
})

describe('whatever is asked for', () => {
  beforeAll(async () => {
    await buyWithDeclines()
    for (const { url } of programs) await sendOdd(url)
  }, 120_000)

  test('labels are drawn from fixed sets', async () => {
    const routes = [...ROUTES.map(({ path }) => path), ...pages, '/api/openapi.json', 'none']
    const allowed: typeof LABELS = { ...LABELS, route: routes }
    const isKnown = ([label, value]: [string, string]) =>
      label === 'le' || allowed[label]?.includes(value) === true
    const all = (await Promise.all(programs.map(({ url }) => seriesOf(url)))).flat()
    const strange = all.filter(({ labels }) => !labels.every(isKnown))
    expect(strange.map(keyOf)).toEqual([])
  })

  test('other ids, paths and methods make no new series of requests', async () => {
    for (const { name, url } of programs) {
      const ofRequests = async () =>
        (await seriesOf(url)).filter((one) => one.name.startsWith('http_')).map(keyOf)
      const before = await ofRequests()
      await sendOdd(url)
      expect({ name, added: (await ofRequests()).filter((key) => !before.includes(key)) }).toEqual({
        name,
        added: [],
      })
    }
  }, 120_000)

  test('every program measures requests by route and method', async () => {
    for (const { name, url } of programs) {
      const series = await seriesOf(url)
      const labels = series
        .filter((one) => one.name === 'http_request_duration_seconds_count')
        .flatMap((one) => one.labels)
      const valuesOf = (label: string) =>
        new Set(labels.filter(([key]) => key === label).map(([, value]) => value))
      expect([name, valuesOf('service')]).toEqual([name, new Set([name])])
      expect(valuesOf('method').size).toBeGreaterThan(5)
      expect(valuesOf('route')).toContain('none')
    }
  })
})
