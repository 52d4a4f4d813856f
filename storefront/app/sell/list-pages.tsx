import { Link } from '@remix-run/react'
import { listUrl, type ListFilters } from './list.ts'

interface ListPagesProps {
  filters: ListFilters
  nextCursor: string | null
  isFirst: boolean
}

export function ListPages({ filters, nextCursor, isFirst }: ListPagesProps) {
  if (nextCursor === null && isFirst) return null
  return (
    <nav className="row" aria-label="More products">
      {nextCursor !== null && (
        <Link className="btn quiet" to={listUrl(filters, nextCursor)}>
          Show more
        </Link>
      )}
      {!isFirst && (
        <Link className="btn text" to={listUrl(filters)}>
          Back to the start
        </Link>
      )}
    </nav>
  )
}
