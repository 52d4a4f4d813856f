import {
  MAX_TOTAL,
  toDecimal,
  type ListProductsQuery,
  type ProductPageResponse,
} from '@shop/shared/contracts'
import type { CatalogueRepository } from './catalogue-repository.ts'
import { filterOf, isSellerQuery } from './query.ts'

const MAX_SELLERS = 10

export type Counts = Required<Pick<ProductPageResponse, 'facets' | 'total'>>

/**
 * What can be chosen, and how many products each choice would show: a facet is counted under all filters
 * but its own, with which it would offer nothing but what is chosen already.
 */
export async function countFacets(
  catalogue: CatalogueRepository,
  query: ListProductsQuery,
): Promise<Counts> {
  // Seller-only filters stay restricted to the seller's own products.
  const ofSellers = isSellerQuery(query) ? filterOf(query) : filterOf(query, 'seller')
  const atPrice = (direction: 1 | -1) =>
    catalogue.list({
      filter: filterOf(query, 'price'),
      sort: { 'search.price': direction },
      limit: 1,
    })
  const [categories, sellers, [cheapest], [dearest], total] = await Promise.all([
    catalogue.countByCategory(filterOf(query, 'category')),
    catalogue.countBySeller(ofSellers, MAX_SELLERS),
    atPrice(1),
    atPrice(-1),
    catalogue.count(filterOf(query), MAX_TOTAL),
  ])
  const price = { min: toDecimal(cheapest?.price ?? 0), max: toDecimal(dearest?.price ?? 0) }
  return { facets: { categories, ...sellers, price }, total }
}
