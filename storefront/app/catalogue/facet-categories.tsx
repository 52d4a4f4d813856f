import { Link } from '@remix-run/react'
import type { ProductFacets } from '@shop/shared/contracts'
import { categoryName } from '../lib/words.ts'
import { catalogueUrl, type Filters } from './filters.ts'

interface FacetCategoriesProps {
  filters: Filters
  facets: ProductFacets | undefined
}

export function FacetCategories({ filters, facets }: FacetCategoriesProps) {
  const all = { name: null, label: 'All products', count: null }
  const found = facets?.categories ?? []
  const entries = [
    all,
    ...found.map(({ name, count }) => ({ name, label: categoryName(name), count })),
  ]
  return (
    <div className="facet">
      <h3>Category</h3>
      <ul>
        {entries.map(({ name, label, count }) => {
          const isHere = filters.category === name
          const text = (
            <>
              {label} {count !== null && <span className="n">{count}</span>}
            </>
          )
          return (
            <li key={name ?? 'all'}>
              {count === 0 && !isHere ? (
                <span className="none">{text}</span>
              ) : (
                <Link
                  to={catalogueUrl({ ...filters, category: name })}
                  preventScrollReset
                  {...(isHere && { 'aria-current': 'true' as const })}
                >
                  {text}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
