import type { ProductFacets } from '@shop/shared/contracts'
import { sellerName } from '../lib/words.ts'
import type { Filters } from './filters.ts'

interface FacetSellersProps {
  filters: Filters
  facets: ProductFacets | undefined
  /** The selected seller's name, who may not be in the facets. */
  seller: string | null
}

export function FacetSellers({ filters, facets, seller }: FacetSellersProps) {
  const largest = (facets?.sellers ?? []).map(({ id, name, count }) => ({
    id,
    name: sellerName(name, id),
    count,
  }))
  const isListed = filters.seller === null || largest.some(({ id }) => id === filters.seller)
  const chosen =
    isListed || filters.seller === null ? [] : [{ id: filters.seller, name: seller, count: null }]
  const sellers = [...chosen, ...largest]
  if (sellers.length === 0) return null
  return (
    <fieldset className="facet">
      <legend>Seller</legend>
      {sellers.map(({ id, name, count }) => (
        <label className="tick" key={id}>
          <input type="radio" name="seller" value={id} defaultChecked={filters.seller === id} />
          <span>{name}</span> {count !== null && <span className="n">{count}</span>}
        </label>
      ))}
    </fieldset>
  )
}
