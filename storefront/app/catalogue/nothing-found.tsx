import { Link } from '@remix-run/react'
import { hasWord } from '../lib/words.ts'
import { catalogueUrl, type Filters } from './filters.ts'

export function NothingFound({ filters }: { filters: Filters }) {
  return (
    <div className="empty">
      <h2>No products match</h2>
      <p className="muted">{reasonOf(filters)}</p>
      <Link className="btn quiet" to="/">
        See all products
      </Link>
    </div>
  )
}

function reasonOf(filters: Filters): string {
  const { q, seller } = filters
  if (q !== '' && !hasWord(q)) return 'Search for a word or a number, not only symbols.'
  if (seller !== null && catalogueUrl({ seller }) === catalogueUrl(filters))
    return 'This seller has no products right now.'
  return 'Try fewer words or fewer filters. Every word must be in the product’s name.'
}
