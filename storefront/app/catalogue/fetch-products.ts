import { ProductPageResponse } from '@shop/shared/contracts'
import * as v from 'valibot'
import type { ProductPage } from './join-pages.ts'
import { toCard } from './to-card.ts'

/** Reads a page of the catalogue in the browser. */
export async function fetchProducts(query: string, signal: AbortSignal): Promise<ProductPage> {
  const reply = await fetch(`/api/products?${query}`, { signal })
  if (!reply.ok) throw new Error(`the list was answered with ${reply.status}`)
  const { items, nextCursor } = v.parse(ProductPageResponse, await reply.json())
  return { items: items.map(toCard), nextCursor }
}
