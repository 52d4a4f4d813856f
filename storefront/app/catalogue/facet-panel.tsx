import { Form, useLocation, useNavigate } from '@remix-run/react'
import type { ProductFacets } from '@shop/shared/contracts'
import { useEffect, useRef, type FormEvent } from 'react'
import { FacetCategories } from './facet-categories.tsx'
import { FacetPrice } from './facet-price.tsx'
import { FacetSellers } from './facet-sellers.tsx'
import { addressOf, choiceOf, type Choice } from './filters.ts'
import { isUnread, priceRangeOf, rangeErrors, type PriceRange } from './price-range.ts'

interface FacetPanelProps {
  choice: Choice
  range: PriceRange
  facets: ProductFacets | undefined
  /** What the chosen seller is called. */
  seller: string | null
}

/** What the catalogue can be narrowed by: a rail where there is room, else a sheet that needs no script. */
export function FacetPanel({ choice, range, facets, seller }: FacetPanelProps) {
  const { form, narrow, tick } = useNarrowing(range)
  const { q, category, sort } = choice
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
      <FacetPrice range={range} facets={facets} />
      <fieldset className="facet">
        <legend>Availability</legend>
        <label className="tick">
          <input type="checkbox" name="inStock" value="1" defaultChecked={choice.inStock} />
          In stock
        </label>
      </fieldset>
      <FacetSellers choice={choice} facets={facets} seller={seller} />
      <button className="btn full sheet-only">Show results</button>
      <noscript>
        <button className="btn full">Show results</button>
      </noscript>
    </Form>
  )
}

/** Narrows the list as soon as something is ticked; a form that is sent shows its results or its error. */
function useNarrowing(range: PriceRange) {
  const navigate = useNavigate()
  const { key } = useLocation()
  const form = useRef<HTMLFormElement>(null)
  const shown = useRef(key)
  // Without script yet, a form that was sent wrongly opened this page.
  const isSent = useRef(rangeErrors(range).length > 0)

  useEffect(() => {
    // What is ticked follows the address, also after a filter was removed elsewhere; the focus stays.
    if (shown.current !== key) form.current?.reset()
    shown.current = key
    if (!isSent.current) return
    isSent.current = false
    const [wrong] = rangeErrors(range)
    if (wrong !== undefined) document.getElementById(wrong[0])?.focus()
    else if (form.current?.matches(':popover-open') === true) form.current.hidePopover()
  }, [key, range])

  const go = (from: HTMLFormElement) => {
    const params = new URLSearchParams()
    for (const [name, value] of new FormData(from))
      if (typeof value === 'string' && value !== '') params.set(name, value)
    // A price that could not be read stays in the address, for the page to explain.
    const address = isUnread(priceRangeOf(params)) ? `/?${params}` : addressOf(choiceOf(params))
    navigate(address, { preventScrollReset: true })
  }

  return {
    form,
    narrow(this: void, event: FormEvent<HTMLFormElement>): void {
      event.preventDefault()
      isSent.current = true
      go(event.currentTarget)
    },
    tick(this: void, { target, currentTarget }: FormEvent<HTMLFormElement>): void {
      if (target instanceof HTMLInputElement && target.type !== 'text') go(currentTarget)
    },
  }
}
