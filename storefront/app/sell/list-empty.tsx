import { Link } from '@remix-run/react'
import { hasWord } from '../lib/words.ts'
import type { ListFilters } from './list.ts'

const NO_MATCH = 'Every word must be in the product’s name.'
const NO_WORD = 'Search for a word or a number, not only symbols.'

const NONE: Record<ListFilters['show'], string> = {
  '': 'No products yet',
  live: 'No product is live',
  draft: 'No drafts',
  soldout: 'Nothing is sold out',
  archived: 'Nothing is archived',
  low: 'Nothing is running low',
}

interface EmptyListProps {
  filters: ListFilters
  isFirst: boolean
}

export function EmptyList({ filters: { q, show }, isFirst }: EmptyListProps) {
  const isAll = q === '' && show === '' && isFirst
  return (
    <div className="empty">
      <h2>{q === '' && isFirst ? NONE[show] : 'No products match'}</h2>
      {isAll && (
        <p className="muted">
          Products you add are listed here, and shoppers find them right away.
        </p>
      )}
      {q !== '' && <p className="muted">{hasWord(q) ? NO_MATCH : NO_WORD}</p>}
      {isAll ? (
        <Link className="btn" to="/sell/products/new">
          Add a product
        </Link>
      ) : (
        <Link className="btn quiet" to="/sell/products">
          See all your products
        </Link>
      )}
    </div>
  )
}
