import { ProductPageResponse } from '@shop/shared/contracts'
import { parseKnownFields } from '../api/known-fields.ts'
import type { ProductPage } from './join-pages.ts'
import { toCard } from './to-card.ts'

export async function fetchProducts(query: string, signal: AbortSignal): Promise<ProductPage> {
  const response = await fetch(`/api/products?${query}`, { signal })
  if (!response.ok) throw new Error(`the list was answered with ${response.status}`)
  const { items, nextCursor } = parseKnownFields(ProductPageResponse, await response.json())
  return { items: items.map(toCard), nextCursor }
}
