import { Form, useNavigate } from '@remix-run/react'
import type { ProductFacets } from '@shop/shared/contracts'
import { useEffect, useRef, type FormEvent } from 'react'
import { addressOf, choiceOf, type Choice } from '../lib/catalogue.ts'
import { sellerName } from '../lib/words.ts'
import { FacetCategories } from './facet-categories.tsx'

export interface FacetPanelProps {
  choice: Choice
  facets: ProductFacets | undefined
}

/** What the catalogue can be narrowed by: a rail where there is room, else a sheet that needs no script. */
export function FacetPanel({ choice, facets }: FacetPanelProps) {
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const address = addressOf(choice)
  // What is ticked follows the address, also after a filter was removed elsewhere; the focus stays.
  useEffect(() => form.current?.reset(), [address])
  const { q, category, sort } = choice
  const narrow = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const params = new URLSearchParams()
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === 'string') params.set(name, value)
    navigate(addressOf(choiceOf(params)), { preventScrollReset: true })
  }
  const tick = (event: FormEvent<HTMLFormElement>) => {
    if ((event.target as HTMLInputElement).type !== 'text') narrow(event)
  }
  return (
    <Form
      className="facets"
      id="filters"
      popover="auto"
      aria-labelledby="filters-title"
      action="/"
      preventScrollReset
      onChange={tick}
      onSubmit={narrow}
      ref={form}
    >
      {q !== '' && <input type="hidden" name="q" value={q} />}
      {category !== null && <input type="hidden" name="category" value={category} />}
      {sort !== 'newest' && <input type="hidden" name="sort" value={sort} />}
      <div className="row between facets-head">
        <h2 id="filters-title">Filters</h2>
        <button
          className="btn quiet small sheet-only"
          type="button"
          popovertarget="filters"
          popovertargetaction="hide"
        >
          Close
        </button>
      </div>
      <FacetCategories choice={choice} facets={facets} />
      <PriceRange choice={choice} facets={facets} />
      <fieldset className="facet">
        <legend>Availability</legend>
        <label className="tick">
          <input type="checkbox" name="inStock" value="1" defaultChecked={choice.inStock} />
          In stock
        </label>
      </fieldset>
      <Sellers choice={choice} facets={facets} />
      <button className="btn full sheet-only">Show results</button>
      <noscript>
        <button className="btn full">Show results</button>
      </noscript>
    </Form>
  )
}

function PriceRange({ choice, facets }: FacetPanelProps) {
  const { min = 0, max = 0 } = facets?.price ?? {}
  return (
    <fieldset className="facet">
      <legend>Price, US dollars</legend>
      <div className="range">
        <PriceBound label="From" name="minPrice" example={min} value={choice.minPrice} />
        <PriceBound label="To" name="maxPrice" example={max} value={choice.maxPrice} />
      </div>
      <button className="btn quiet small full apply">Set price</button>
    </fieldset>
  )
}

interface PriceBoundProps {
  label: string
  name: 'minPrice' | 'maxPrice'
  example: number
  value: number | null
}

function PriceBound({ label, name, example, value }: PriceBoundProps) {
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
        defaultValue={value ?? ''}
      />
    </div>
  )
}

function Sellers({ choice, facets }: FacetPanelProps) {
  const sellers = facets?.sellers ?? []
  if (sellers.length === 0) return null
  return (
    <fieldset className="facet">
      <legend>Seller</legend>
      {sellers.map(({ id, name, count }) => (
        <label className="tick" key={id}>
          <input type="radio" name="seller" value={id} defaultChecked={choice.seller === id} />
          {sellerName(name)} <span className="n">{count}</span>
        </label>
      ))}
    </fieldset>
  )
}
