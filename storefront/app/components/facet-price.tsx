import type { ProductFacets } from '@shop/shared/contracts'
import type { PriceBound, PriceRange } from '../lib/price-range.ts'
import { Icon } from './icon.tsx'

interface FacetPriceProps {
  range: PriceRange
  facets: ProductFacets | undefined
}

/** The range of prices to look for; what could not be read is said at its field. */
export function FacetPrice({ range, facets }: FacetPriceProps) {
  const { min = 0, max = 0 } = facets?.price ?? {}
  return (
    <fieldset className="facet">
      <legend>Price, US dollars</legend>
      <div className="range">
        <Bound label="From" name="minPrice" example={min} bound={range.minPrice} />
        <Bound label="To" name="maxPrice" example={max} bound={range.maxPrice} />
      </div>
      <button className="btn quiet small full apply">Set price</button>
    </fieldset>
  )
}

interface BoundProps {
  label: string
  name: keyof PriceRange
  example: number
  bound: PriceBound
}

function Bound({ label, name, example, bound: { text, error } }: BoundProps) {
  const errorId = `${name}-error`
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        className="input compact"
        inputMode="decimal"
        type="text"
        id={name}
        name={name}
        placeholder={String(example)}
        defaultValue={text}
        autoComplete="off"
        {...(error !== undefined && { 'aria-invalid': true, 'aria-describedby': errorId })}
      />
      {error !== undefined && (
        <p className="error" id={errorId}>
          <Icon name="danger" />
          <span className="sr">Error: </span>
          {error}
        </p>
      )}
    </div>
  )
}
