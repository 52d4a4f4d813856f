import type { ProductFacets } from '@shop/shared/contracts'
import { Icon } from '../ui/icon.tsx'
import { BOUND_NAMES, rangeErrors, type PriceBound, type PriceRange } from './price-range.ts'

interface FacetPriceProps {
  range: PriceRange
  facets: ProductFacets | undefined
}

export function FacetPrice({ range, facets }: FacetPriceProps) {
  const { min = 0, max = 0 } = facets?.price ?? {}
  return (
    <fieldset className="facet">
      <legend>Price in US dollars</legend>
      <div className="range">
        <Bound name="minPrice" example={min} bound={range.minPrice} />
        <Bound name="maxPrice" example={max} bound={range.maxPrice} />
      </div>
      {rangeErrors(range).map(([name, error]) => (
        <p className="error" id={errorId(name)} key={name}>
          <Icon name="danger" />
          <span>
            <span className="sr">Error: </span>
            {BOUND_NAMES[name]}: {error}
          </span>
        </p>
      ))}
      <button className="btn quiet small full apply">Apply price</button>
    </fieldset>
  )
}

interface BoundProps {
  name: keyof PriceRange
  example: number
  bound: PriceBound
}

function Bound({ name, example, bound: { text, error } }: BoundProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{BOUND_NAMES[name]}</label>
      <input
        className="input compact"
        inputMode="decimal"
        type="text"
        id={name}
        name={name}
        placeholder={String(example)}
        defaultValue={text}
        autoComplete="off"
        {...(error !== undefined && { 'aria-invalid': true, 'aria-describedby': errorId(name) })}
      />
    </div>
  )
}

const errorId = (name: string) => `${name}-error`
