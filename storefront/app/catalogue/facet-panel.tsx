import { Form, useLocation, useNavigate } from '@remix-run/react'
import type { ProductFacets } from '@shop/shared/contracts'
import { useEffect, useRef, type FormEvent } from 'react'
import { FacetCategories } from './facet-categories.tsx'
import { FacetPrice } from './facet-price.tsx'
import { FacetSellers } from './facet-sellers.tsx'
import { catalogueUrl, parseFilters, type Filters } from './filters.ts'
import { isInvalid, priceRangeOf, rangeErrors, type PriceRange } from './price-range.ts'

interface FacetPanelProps {
  filters: Filters
  range: PriceRange
  facets: ProductFacets | undefined
  seller: string | null
}

/** The filters: a rail on wide screens, otherwise a popover that needs no script. */
export function FacetPanel({ filters, range, facets, seller }: FacetPanelProps) {
  const { form, submit, apply } = useFilterForm(range)
  const { q, category, sort } = filters
  return (
    <Form
      className="facets"
      id="filters"
      popover="auto"
      aria-labelledby="filters-title"
      action="/"
      preventScrollReset
      onChange={apply}
      onSubmit={submit}
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
      <FacetCategories filters={filters} facets={facets} />
      <FacetPrice range={range} facets={facets} />
      <fieldset className="facet">
        <legend>Availability</legend>
        <label className="tick">
          <input type="checkbox" name="inStock" value="1" defaultChecked={filters.inStock} />
          In stock
        </label>
      </fieldset>
      <FacetSellers filters={filters} facets={facets} seller={seller} />
      <button className="btn full sheet-only">Show results</button>
      <noscript>
        <button className="btn full">Show results</button>
      </noscript>
    </Form>
  )
}

/** Applies checkboxes and radio buttons at once; submitting shows the results or the first error. */
function useFilterForm(range: PriceRange) {
  const navigate = useNavigate()
  const { key } = useLocation()
  const form = useRef<HTMLFormElement>(null)
  const shown = useRef(key)
  // A form sent before hydration may have opened this page with errors.
  const isSent = useRef(rangeErrors(range).length > 0)

  useEffect(() => {
    // Resets the controls to the URL, after a filter was removed elsewhere.
    if (shown.current !== key) form.current?.reset()
    shown.current = key
    if (!isSent.current) return
    isSent.current = false
    const [wrong] = rangeErrors(range)
    if (wrong !== undefined) document.getElementById(wrong[0])?.focus()
    else if (form.current?.matches(':popover-open') === true) form.current.hidePopover()
  }, [key, range])

  const navigateTo = (from: HTMLFormElement) => {
    const params = new URLSearchParams()
    for (const [name, value] of new FormData(from))
      if (typeof value === 'string' && value !== '') params.set(name, value)
    // An invalid price stays in the URL, for the page to report.
    const url = isInvalid(priceRangeOf(params)) ? `/?${params}` : catalogueUrl(parseFilters(params))
    navigate(url, { preventScrollReset: true })
  }

  return {
    form,
    submit(this: void, event: FormEvent<HTMLFormElement>): void {
      event.preventDefault()
      isSent.current = true
      navigateTo(event.currentTarget)
    },
    apply(this: void, { target, currentTarget }: FormEvent<HTMLFormElement>): void {
      if (target instanceof HTMLInputElement && target.type !== 'text') navigateTo(currentTarget)
    },
  }
}
