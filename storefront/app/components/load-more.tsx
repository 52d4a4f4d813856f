import { Link } from '@remix-run/react'
import type { MouseEvent } from 'react'
import { addressOf, type Choice } from '../lib/catalogue.ts'
import type { MoreProducts } from '../lib/use-more-products.ts'
import { count } from '../lib/words.ts'

interface LoadMoreProps {
  more: MoreProducts
  total: number
  choice: Choice
}

const PAGE = 16

/** A link to the next products; with script they come below those that are there. */
export function LoadMore({ more, total, choice }: LoadMoreProps) {
  const shown = more.items.length
  if (shown === 0 || (shown >= total && more.nextCursor === null)) return null
  const left = Math.min(PAGE, total - shown)
  const append = (event: MouseEvent) => {
    event.preventDefault()
    if (!more.isLoading) more.load()
  }
  return (
    <div className="more">
      <p className="muted small" role="status">
        {shown} of {count(total, 'product')} shown
      </p>
      {more.nextCursor !== null && (
        <Link
          className="btn quiet"
          to={nextAddress(choice, more.nextCursor)}
          onClick={append}
          aria-disabled={more.isLoading}
        >
          {more.isLoading ? 'Loading…' : `Show ${left > 0 ? left : ''} more`}
        </Link>
      )}
    </div>
  )
}

function nextAddress(choice: Choice, cursor: string): string {
  const address = addressOf(choice)
  return `${address}${address.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
}
