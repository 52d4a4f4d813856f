import { Form, Link, useSubmit } from '@remix-run/react'
import { MAX_TOTAL, type ProductFacets, type Sort } from '@shop/shared/contracts'
import { addressOf, type Choice } from '../lib/catalogue.ts'
import { money } from '../lib/money.ts'
import { categoryName, count, sellerName } from '../lib/words.ts'
import { Icon } from './icon.tsx'

const SORT_NAMES: Record<Sort, string> = {
  newest: 'Newest first',
  price: 'Price, low to high',
  '-price': 'Price, high to low',
  title: 'Name',
}

interface ResultBarProps {
  choice: Choice
  total: number
  facets: ProductFacets | undefined
  /** Whether this is the page's own heading. */
  isPageTitle: boolean
}

/** What is shown and how many, how it is sorted, and what it was narrowed by. */
export function ResultBar({ choice, total, facets, isPageTitle }: ResultBarProps) {
  const Heading = isPageTitle ? 'h1' : 'h2'
  return (
    <>
      <div className="toolbar">
        <Heading id="results" className="results">
          {headingOf(choice, total)}
          {choice.q === '' && <small role="status">{countOf(total, 'product')}</small>}
        </Heading>
        <button className="btn quiet small sheet-only" type="button" popovertarget="filters">
          <Icon name="filter" />
          Filters
        </button>
        <SortForm choice={choice} />
      </div>
      <Applied choice={choice} facets={facets} />
    </>
  )
}

function headingOf({ q, category }: Choice, total: number): string {
  if (q !== '') return `${countOf(total, 'result')} for “${q}”`
  return category === null ? 'All products' : categoryName(category)
}

const countOf = (total: number, what: string) =>
  total >= MAX_TOTAL ? `more than ${count(MAX_TOTAL, what)}` : count(total, what)

function SortForm({ choice }: { choice: Choice }) {
  const submit = useSubmit()
  const rest = new URLSearchParams(addressOf({ ...choice, sort: 'newest' }).slice(2))
  return (
    <Form
      className="row"
      action="/"
      preventScrollReset
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      {[...rest].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="sr" htmlFor="sort">
        Sort by
      </label>
      <select
        className="input compact auto"
        id="sort"
        name="sort"
        key={choice.sort}
        defaultValue={choice.sort}
      >
        {Object.entries(SORT_NAMES).map(([sort, name]) => (
          <option key={sort} value={sort}>
            {name}
          </option>
        ))}
      </select>
      <noscript>
        <button className="btn quiet small">Sort</button>
      </noscript>
    </Form>
  )
}

function Applied({ choice, facets }: Pick<ResultBarProps, 'choice' | 'facets'>) {
  const chips = chipsOf(choice, facets)
  if (chips.length === 0) return null
  return (
    <div className="applied">
      <span className="small muted">Filtered by</span>
      {chips.map(({ name, without }) => (
        <Link
          className="chip"
          key={name}
          to={addressOf({ ...choice, ...without })}
          preventScrollReset
        >
          {name}
          <Icon name="close" />
          <span className="sr">, remove filter</span>
        </Link>
      ))}
      <Link
        className="btn text small"
        to={addressOf({ q: choice.q, sort: choice.sort })}
        preventScrollReset
      >
        Clear all
      </Link>
    </div>
  )
}

function chipsOf(choice: Choice, facets: ProductFacets | undefined) {
  const { category, minPrice, maxPrice, inStock, seller } = choice
  const name = facets?.sellers.find(({ id }) => id === seller)?.name
  const chips: [boolean, string, Partial<Choice>][] = [
    [category !== null, category === null ? '' : categoryName(category), { category: null }],
    [minPrice !== null, `From ${money(minPrice ?? 0)}`, { minPrice: null }],
    [maxPrice !== null, `Up to ${money(maxPrice ?? 0)}`, { maxPrice: null }],
    [inStock, 'In stock', { inStock: false }],
    [seller !== null, sellerName(name), { seller: null }],
  ]
  return chips.filter(([isOn]) => isOn).map(([, text, without]) => ({ name: text, without }))
}
