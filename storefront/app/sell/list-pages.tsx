import { Link } from '@remix-run/react'
import { sellAddressOf, type SellChoice } from './list.ts'

interface SellListPagesProps {
  choice: SellChoice
  nextCursor: string | null
  isFirst: boolean
}

/** The ways to the further pages of a seller's list, and back. */
export function SellListPages({ choice, nextCursor, isFirst }: SellListPagesProps) {
  if (nextCursor === null && isFirst) return null
  return (
    <nav className="row" aria-label="More products">
      {nextCursor !== null && (
        <Link className="btn quiet" to={sellAddressOf(choice, nextCursor)}>
          Show more
        </Link>
      )}
      {!isFirst && (
        <Link className="btn text" to={sellAddressOf(choice)}>
          Back to the first
        </Link>
      )}
    </nav>
  )
}
