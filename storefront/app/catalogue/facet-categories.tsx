import { Link } from '@remix-run/react'
import type { ProductFacets } from '@shop/shared/contracts'
import { categoryName } from '../lib/words.ts'
import { addressOf, type Choice } from './filters.ts'

interface FacetCategoriesProps {
  choice: Choice
  facets: ProductFacets | undefined
}

/** The categories with how much there is in each for what is chosen otherwise. */
export function FacetCategories({ choice, facets }: FacetCategoriesProps) {
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
          const isHere = choice.category === name
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
                  to={addressOf({ ...choice, category: name })}
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
