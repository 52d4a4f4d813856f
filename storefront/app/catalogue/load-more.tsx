import { Link } from '@remix-run/react'
import type { MouseEvent } from 'react'
import { count } from '../lib/words.ts'
import { PAGE, addressOf, type Choice } from './filters.ts'
import { totalOf } from './labels.ts'
import type { MoreProducts } from './use-more-products.ts'

interface LoadMoreProps {
  more: MoreProducts
  total: number
  choice: Choice
  /** Whether what is shown begins with the first product. */
  isFirst: boolean
}

/** A link to the next products; with script they come below those that are there. */
export function LoadMore({ more, total, choice, isFirst }: LoadMoreProps) {
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
          More products could not be loaded. Check your connection and try again.
        </p>
      )}
      {nextCursor !== null && (
        <Link
          className="btn quiet"
          to={addressOf(choice, nextCursor)}
          onClick={append}
          aria-disabled={isLoading}
        >
          {isLoading ? 'Loading…' : `Show ${left > 0 ? Math.min(PAGE, left) : ''} more`}
        </Link>
      )}
      {!isFirst && (
        <Link className="btn text" to={addressOf(choice)}>
          Back to the first
        </Link>
      )}
    </div>
  )
}
