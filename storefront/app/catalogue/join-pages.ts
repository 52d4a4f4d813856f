import type { CardProduct } from './product-card.tsx'

export interface ProductPage {
  items: CardProduct[]
  nextCursor: string | null
}

/** Pages by the cursor they start after. */
export type PagesByCursor = ReadonlyMap<string, ProductPage>

/** Joins a page with the loaded pages that directly follow it, without duplicate products. */
export function joined(first: ProductPage, below: PagesByCursor) {
  const items = new Map(first.items.map((item) => [item.id, item]))
  let { nextCursor } = first
  let pages = 0
  for (;;) {
    const page = nextCursor === null ? undefined : below.get(nextCursor)
    if (page === undefined) return { items: [...items.values()], nextCursor, pages }
    for (const item of page.items) if (!items.has(item.id)) items.set(item.id, item)
    nextCursor = page.nextCursor
    pages += 1
  }
}
