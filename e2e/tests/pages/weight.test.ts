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
  const { status, text } = await guest.get(path)
  expect(status).toBe(200)
  expect(text).toContain('/assets/')
  return text
}

const gzipped = (bytes: string | Uint8Array) => gzipSync(bytes, { level: 9 }).byteLength

const sizeOf = (asset: string) => gzipped(readFileSync(join(CLIENT, asset)))

/** The scripts that a page preloads. */
const scriptsIn = (html: string) =>
  [...html.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, script = '']) => script)

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0)

/** The scripts of a lazily loaded part, with its imports. */
function lazyScripts(part: string): string[] {
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
  ['order', () => paths.order, 115],
])('the scripts of the %s page stay within their limit', async (_, path, limit) => {
  const size = sum(scriptsIn(await htmlOf(path())).map(sizeOf))
  expect(size).toBeLessThanOrEqual(limit * KB)
})

test('the scripts of the checkout with the card form stay within their limit', async () => {
  const lazy = lazyScripts('pay-form-')
  expect(lazy.length).toBeGreaterThan(1)
  const scripts = new Set([...scriptsIn(await htmlOf(paths.checkout)), ...lazy])
  expect(sum([...scripts].map(sizeOf))).toBeLessThanOrEqual(125 * KB)
})

test('the styles and the first page stay within their limits', async () => {
  const html = await htmlOf('/')
  const styles = html.match(/\/assets\/[\w.-]+\.css/g) ?? []
  expect(styles.length).toBeGreaterThan(0)
  expect(sum([...new Set(styles)].map(sizeOf))).toBeLessThanOrEqual(15 * KB)
  expect(gzipped(html)).toBeLessThanOrEqual(10 * KB)
})

test('every picture has its size and several widths', async () => {
  const html = await htmlOf('/')
  for (const [tag] of html.matchAll(/<img[^>]*>/g)) {
    expect(tag).toMatch(/ width="\d+"/)
    expect(tag).toMatch(/ height="\d+"/)
    expect(tag).toMatch(/ srcSet="[^"]+ 320w, [^"]+ 640w, [^"]+ 1200w"/)
  }
})

test('built assets are immutable and compressed', async () => {
  const [script = ''] = scriptsIn(await htmlOf('/'))
  const response = await callShop(script, { headers: { 'accept-encoding': 'br' } })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-encoding')).toBe('br')
})
