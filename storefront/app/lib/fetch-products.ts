import { ProductPageResponse } from '@shop/shared/contracts'
import * as v from 'valibot'
import { toCard } from './cards.ts'
import type { ProductPage } from './more-products.ts'

/** Reads a page of the catalogue in the browser. */
export async function fetchProducts(query: string, signal: AbortSignal): Promise<ProductPage> {
  const reply = await fetch(`/api/products?${query}`, { signal })
  if (!reply.ok) throw new Error(`the list was answered with ${reply.status}`)
  const { items, nextCursor } = v.parse(ProductPageResponse, await reply.json())
  return { items: items.map(toCard), nextCursor }
}
