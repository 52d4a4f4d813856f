import { beforeAll, expect, test } from 'bun:test'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Visitor, callShop } from '../../fixtures/visitor.ts'
import { root } from '../../stack/settings/paths.ts'

const CLIENT = join(root, 'storefront/build/client')
const ASSETS = join(CLIENT, 'assets')
const KB = 1000

let guest: Visitor
let paths: Record<'product' | 'checkout' | 'order', string>

beforeAll(async () => {
  const seller = await Visitor.of()
  const product = { title: 'Teapot', price: 12.5, quantity: 9 }
  const { body: made } = await seller.post('/api/products', product)
  guest = await Visitor.of()
  const line = { productId: made.id, quantity: 1 }
  await guest.post('/api/cart/items', line)
  const { body: order } = await guest.post('/api/orders', { items: [line] })
  paths = {
    product: `/products/${made.id}`,
    checkout: `/checkout/${order.id}`,
    order: `/orders/${order.id}`,
  }
})

async function htmlOf(path: string): Promise<string> {
  const { status, body } = await guest.get(path)
  expect(status).toBe(200)
  expect(body).toContain('/assets/')
  return body as string
}

const gzipped = (bytes: string | Uint8Array) => gzipSync(bytes, { level: 9 }).byteLength

const sizeOf = (asset: string) => gzipped(readFileSync(join(CLIENT, asset)))

/** The scripts that a page asks for before anybody does anything. */
const scriptsIn = (html: string) =>
  [...html.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, script = '']) => script)

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0)

/** The script of a part that is loaded later, with everything that it imports. */
function laterScripts(part: string): string[] {
  const wanted = new Set<string>()
  const add = (file: string) => {
    if (wanted.has(file)) return
    wanted.add(file)
    const code = readFileSync(join(ASSETS, file), 'utf8')
    for (const [, imported = ''] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      add(imported)
  }
  for (const file of readdirSync(ASSETS))
    if (file.startsWith(part) && file.endsWith('.js')) add(file)
  return [...wanted].map((file) => `/assets/${file}`)
}

test.each([
  ['home', () => '/', 110],
  ['product', () => paths.product, 110],
  ['cart', () => '/cart', 110],
  ['order', () => paths.order, 110],
])('the script of the page %s stays small', async (_, path, limit) => {
  const size = sum(scriptsIn(await htmlOf(path())).map(sizeOf))
  expect(size).toBeLessThanOrEqual(limit * KB)
})

test('the script of the checkout stays small, the card form with it', async () => {
  const later = laterScripts('pay-form-')
  expect(later.length).toBeGreaterThan(1)
  const scripts = new Set([...scriptsIn(await htmlOf(paths.checkout)), ...later])
  expect(sum([...scripts].map(sizeOf))).toBeLessThanOrEqual(125 * KB)
})

test('the style and the first page stay small', async () => {
  const html = await htmlOf('/')
  const styles = html.match(/\/assets\/[\w.-]+\.css/g) ?? []
  expect(styles.length).toBeGreaterThan(0)
  expect(sum([...new Set(styles)].map(sizeOf))).toBeLessThanOrEqual(15 * KB)
  expect(gzipped(html)).toBeLessThanOrEqual(10 * KB)
})

test('every picture of a page has its size and several widths', async () => {
  const html = await htmlOf('/')
  for (const [tag] of html.matchAll(/<img[^>]*>/g)) {
    expect(tag).toMatch(/ width="\d+"/)
    expect(tag).toMatch(/ height="\d+"/)
    expect(tag).toMatch(/ srcSet="[^"]+ 320w, [^"]+ 640w, [^"]+ 1200w"/)
  }
})

test('what is built is kept for ever and sent compressed', async () => {
  const [script = ''] = scriptsIn(await htmlOf('/'))
  const reply = await callShop(script, { headers: { 'accept-encoding': 'br' } })
  expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(reply.headers.get('content-encoding')).toBe('br')
})
