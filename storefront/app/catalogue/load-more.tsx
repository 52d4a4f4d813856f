import { Link } from '@remix-run/react'
import type { MouseEvent } from 'react'
import { count } from '../lib/words.ts'
import { PAGE, catalogueUrl, type Filters } from './filters.ts'
import { totalOf } from './labels.ts'
import type { MoreProducts } from './use-more-products.ts'

interface LoadMoreProps {
  more: MoreProducts
  total: number
  filters: Filters
  /** Whether the list starts with the first product. */
  isFirst: boolean
}

export function LoadMore({ more, total, filters, isFirst }: LoadMoreProps) {
  const { items, nextCursor, isLoading, hasFailed } = more
  const shown = items.length
  if (shown === 0 || (isFirst && nextCursor === null)) return null
  const left = isFirst ? total - shown : PAGE
  const append = (event: MouseEvent) => {
    event.preventDefault()
    if (!isLoading) more.load()
  }
  return (
    <div className="more">
      <p className="muted small" role="status">
        {isFirst
          ? `${shown} of ${totalOf(Math.max(total, shown), 'product')} shown`
          : `${count(shown, 'product')} shown`}
      </p>
      {hasFailed && (
        <p className="error" role="alert">
          More products couldn’t be loaded. Check your connection and try again.
        </p>
      )}
      {nextCursor !== null && (
        <Link
          className="btn quiet"
          to={catalogueUrl(filters, nextCursor)}
          onClick={append}
          aria-disabled={isLoading}
        >
          {isLoading ? 'Loading…' : `Show ${left > 0 ? Math.min(PAGE, left) : ''} more`}
        </Link>
      )}
      {!isFirst && (
        <Link className="btn text" to={catalogueUrl(filters)}>
          Back to the start
        </Link>
      )}
    </div>
  )
}
