import { CATEGORIES } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'

interface Entry {
  path: string
  changed?: string
}

/** A sitemap holds no more. */
const MAX_ENTRIES = 50_000
const PAGE = '100'
const KEPT_MS = 5 * 60_000

let kept: { text: Promise<string>; until: number } | null = null

/** The sitemap, made anew every few minutes however many ask for it. */
export function sitemap(api: Api, origin: string): Promise<string> {
  if (kept !== null && Date.now() < kept.until) return kept.text
  const text = makeSitemap(api, origin)
  kept = { text, until: Date.now() + KEPT_MS }
  text.catch(() => {
    kept = null
  })
  return text
}

/** Looks through the whole catalogue, page by page. */
export async function makeSitemap(api: Api, origin: string): Promise<string> {
  const shelves: Entry[] = CATEGORIES.map((category) => ({ path: `/?category=${category}` }))
  const entries: Entry[] = [{ path: '/' }, ...shelves]
  let cursor: string | null = ''
  while (cursor !== null && entries.length < MAX_ENTRIES) {
    const query = new URLSearchParams({ limit: PAGE, ...(cursor !== '' && { cursor }) })
    const page = await listProducts(api, query)
    for (const { id, updatedAt } of page.items)
      entries.push({ path: `/products/${id}`, changed: updatedAt })
    cursor = page.nextCursor
  }
  return toXml(entries.slice(0, MAX_ENTRIES), origin)
}

/** A sitemap in the words of sitemaps.org. */
function toXml(entries: readonly Entry[], origin: string): string {
  const urls = entries.map(({ path, changed }) => {
    const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`
    return `<url><loc>${origin}${path}</loc>${lastmod}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`
}
