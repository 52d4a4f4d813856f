import { expect, test } from 'bun:test'
import type { Api } from '../api/client.server.ts'
import { makeSitemap, sitemap } from './sitemap.server.ts'

const ORIGIN = 'https://shop.example'
const PAGE = 100

/** A products service with this many products; records its requests. */
function catalogueOf(size: number) {
  const requests: string[] = []
  const call = async (_service: string, path: string) => {
    requests.push(path)
    const query = new URL(path, ORIGIN).searchParams
    const from = Number(query.get('cursor') ?? 0)
    const count = Math.min(Number(query.get('limit')), size - from)
    const items = Array.from({ length: count }, (_, index) => ({
      id: String(from + index).padStart(24, '0'),
      updatedAt: '2026-11-23T09:42:00.000Z',
    }))
    return { items, nextCursor: from + count < size ? String(from + count) : null }
  }
  return { api: { call } as unknown as Api, requests }
}

const placesIn = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place]) => place)

test('the sitemap lists home, the categories and every product', async () => {
  const { api, requests } = catalogueOf(2 * PAGE + 1)
  const xml = await makeSitemap(api, ORIGIN)
  const places = placesIn(xml)
  expect(requests).toHaveLength(3)
  expect(places.slice(0, 2)).toEqual([`${ORIGIN}/`, `${ORIGIN}/?category=kitchen`])
  expect(new Set(places).size).toBe(1 + 8 + 2 * PAGE + 1)
  expect(xml).toContain(
    `<url><loc>${ORIGIN}/products/${'0'.repeat(24)}</loc><lastmod>2026-11-23T09:42:00.000Z</lastmod></url>`,
  )
})

test('an empty shop has a sitemap too', async () => {
  expect(placesIn(await makeSitemap(catalogueOf(0).api, ORIGIN))).toHaveLength(9)
})

test('the sitemap stops at 50,000 entries', async () => {
  const { api, requests } = catalogueOf(60_000)
  expect(placesIn(await makeSitemap(api, ORIGIN))).toHaveLength(50_000)
  expect(requests).toHaveLength(500)
})

test('concurrent requests share one sitemap; a failed one is built again', async () => {
  const broken = { call: () => Promise.reject(new Error('no answer')) } as unknown as Api
  const failure: unknown = await sitemap(broken, ORIGIN).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  const { api, requests } = catalogueOf(1)
  const [first, second] = await Promise.all([sitemap(api, ORIGIN), sitemap(api, ORIGIN)])
  expect(second).toBe(first)
  expect(requests).toHaveLength(1)
})
