import { Form, Link } from '@remix-run/react'
import { MAX_SEARCH, type ProductCounts } from '@shop/shared/contracts'
import { Icon } from '../ui/icon.tsx'
import { useUrlValue } from '../ui/use-url-value.ts'
import { formatCount } from './labels.ts'
import { LIST_STATES, listUrl, type ListFilters } from './list.ts'

interface ProductFilterProps {
  filters: ListFilters
  counts: ProductCounts | undefined
}

export function ProductFilter({ filters, counts }: ProductFilterProps) {
  const { q, show } = filters
  const input = useUrlValue<HTMLInputElement>(q)
  return (
    <div className="stack g3">
      <Form className="search" role="search" action="/sell/products" aria-label="Your products">
        <Icon name="search" />
        <label className="sr" htmlFor="q">
          Search your products
        </label>
        <input
          ref={input}
          id="q"
          name="q"
          type="search"
          placeholder="Search your products"
          autoComplete="off"
          enterKeyHint="search"
          maxLength={MAX_SEARCH}
          defaultValue={q}
        />
        {show !== '' && <input type="hidden" name="show" value={show} />}
        <button>Search</button>
      </Form>
      <nav className="desk-tabs" aria-label="Products by state">
        <ul>
          {LIST_STATES.map(([value, name]) => (
            <li key={value}>
              <Link
                to={listUrl({ q, show: value })}
                {...(value === show && { 'aria-current': 'page' as const })}
              >
                {name}
                <Count of={value} counts={counts} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function Count({ of, counts }: { of: ListFilters['show']; counts: ProductCounts | undefined }) {
  if (counts === undefined || of === 'low') return null
  return <span className="n">{formatCount(counts[of === '' ? 'all' : of])}</span>
}
