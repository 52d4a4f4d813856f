import { Link, useLocation, useSearchParams } from '@remix-run/react'

interface PagesProps {
  /** What is listed, in the plural. */
  what: string
  nextCursor: string | null
  isFirst: boolean
}

/** Links to the next page of a list and back to its first, with the same filters. */
export function Pages({ what, nextCursor, isFirst }: PagesProps) {
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  if (nextCursor === null && isFirst) return null
  const at = (cursor: string | null) => {
    const next = new URLSearchParams(params)
    next.delete('cursor')
    if (cursor !== null) next.set('cursor', cursor)
    return `${pathname}?${next}`
  }
  return (
    <nav className="row" aria-label={`More ${what}`}>
      {nextCursor !== null && (
        <Link className="btn quiet" to={at(nextCursor)}>
          Show older {what}
        </Link>
      )}
      {!isFirst && (
        <Link className="btn text" to={at(null)}>
          Back to the newest
        </Link>
      )}
    </nav>
  )
}
