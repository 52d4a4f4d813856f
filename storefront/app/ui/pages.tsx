import { Link, useLocation } from '@remix-run/react'

interface PagesProps {
  /** What is listed, in the plural. */
  what: string
  /** The list's filters by parameter; they stay, and nothing else of the address does. */
  filters: Record<string, string>
  nextCursor: string | null
  isFirst: boolean
}

/** Links to the next page of a list and back to its first. */
export function Pages({ what, filters, nextCursor, isFirst }: PagesProps) {
  const { pathname } = useLocation()
  if (nextCursor === null && isFirst) return null
  const at = (cursor: string) => {
    const all = Object.entries({ ...filters, cursor })
    return `${pathname}?${new URLSearchParams(all.filter(([, value]) => value !== ''))}`
  }
  return (
    <nav className="row" aria-label={`More ${what}`}>
      {nextCursor !== null && (
        <Link className="btn quiet" to={at(nextCursor)}>
          Show more
        </Link>
      )}
      {!isFirst && (
        <Link className="btn text" to={at('')}>
          Back to the start
        </Link>
      )}
    </nav>
  )
}
