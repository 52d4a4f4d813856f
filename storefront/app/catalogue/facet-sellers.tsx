import type { ProductFacets } from '@shop/shared/contracts'
import { sellerName } from '../lib/words.ts'
import type { Choice } from './filters.ts'

interface FacetSellersProps {
  choice: Choice
  facets: ProductFacets | undefined
  /** What the chosen seller is called, who may not be one of the largest. */
  seller: string | null
}

/** The sellers with the most products, and the chosen one. */
export function FacetSellers({ choice, facets, seller }: FacetSellersProps) {
  const largest = (facets?.sellers ?? []).map(({ id, name, count }) => ({
    id,
    name: sellerName(name, id),
    count,
  }))
  const isListed = choice.seller === null || largest.some(({ id }) => id === choice.seller)
  const chosen =
    isListed || choice.seller === null ? [] : [{ id: choice.seller, name: seller, count: null }]
  const sellers = [...chosen, ...largest]
  if (sellers.length === 0) return null
  return (
    <fieldset className="facet">
      <legend>Seller</legend>
      {sellers.map(({ id, name, count }) => (
        <label className="tick" key={id}>
          <input type="radio" name="seller" value={id} defaultChecked={choice.seller === id} />
          <span>{name}</span> {count !== null && <span className="n">{count}</span>}
        </label>
      ))}
    </fieldset>
  )
}
