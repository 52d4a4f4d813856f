import { Form, useNavigate } from '@remix-run/react'
import { useUrlValue } from '../ui/use-url-value.ts'
import { catalogueUrl, parseFilters, type Filters } from './filters.ts'
import { SORT_NAMES } from './labels.ts'

export function SortForm({ filters }: { filters: Filters }) {
  const navigate = useNavigate()
  const select = useUrlValue<HTMLSelectElement>(filters.sort)
  const rest = new URLSearchParams(catalogueUrl({ ...filters, sort: 'newest' }).slice(2))
  const sortBy = (sort: string) => {
    const wanted = parseFilters(new URLSearchParams({ sort })).sort
    navigate(catalogueUrl({ ...filters, sort: wanted }), { preventScrollReset: true })
  }
  return (
    <Form className="row" action="/" preventScrollReset>
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
        ref={select}
        defaultValue={filters.sort}
        onChange={(event) => sortBy(event.target.value)}
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
