import { ProductPageReply } from '@shop/shared/contracts'
import * as v from 'valibot'
import type { CardProduct } from '../components/product-card.tsx'
import { toCard } from './cards.ts'

export interface ProductPage {
  items: CardProduct[]
  nextCursor: string | null
}

/** Pages by the cursor behind which each begins. */
export type PagesByCursor = ReadonlyMap<string, ProductPage>

/** A page with those that follow it without a gap, however many; no product is there twice. */
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

/** Reads a page of the catalogue in the browser. */
export async function fetchProducts(query: string, signal: AbortSignal): Promise<ProductPage> {
  const reply = await fetch(`/api/products?${query}`, { signal })
  if (!reply.ok) throw new Error(`the list was answered with ${reply.status}`)
  const { items, nextCursor } = v.parse(ProductPageReply, await reply.json())
  return { items: items.map(toCard), nextCursor }
}
