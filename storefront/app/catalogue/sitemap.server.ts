import { CATEGORIES } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'

interface Entry {
  path: string
  updatedAt?: string
}

/** The limit of the sitemap protocol. */
const MAX_ENTRIES = 50_000
const PAGE = '100'
const CACHE_MS = 5 * 60_000

let cached: { text: Promise<string>; until: number } | null = null

/** Cached for a few minutes, and shared by concurrent requests. */
export function sitemap(api: Api, origin: string): Promise<string> {
  if (cached !== null && Date.now() < cached.until) return cached.text
  const text = makeSitemap(api, origin)
  cached = { text, until: Date.now() + CACHE_MS }
  text.catch(() => {
    cached = null
  })
  return text
}

export async function makeSitemap(api: Api, origin: string): Promise<string> {
  const categories: Entry[] = CATEGORIES.map((category) => ({ path: `/?category=${category}` }))
  const entries: Entry[] = [{ path: '/' }, ...categories]
  let cursor: string | null = ''
  while (cursor !== null && entries.length < MAX_ENTRIES) {
    const query = new URLSearchParams({ limit: PAGE, ...(cursor !== '' && { cursor }) })
    const page = await listProducts(api, query)
    for (const { id, updatedAt } of page.items) entries.push({ path: `/products/${id}`, updatedAt })
    cursor = page.nextCursor
  }
  return toXml(entries.slice(0, MAX_ENTRIES), origin)
}

function toXml(entries: readonly Entry[], origin: string): string {
  const urls = entries.map(({ path, updatedAt }) => {
    const lastmod = updatedAt === undefined ? '' : `<lastmod>${updatedAt}</lastmod>`
    return `<url><loc>${origin}${path}</loc>${lastmod}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`
}
