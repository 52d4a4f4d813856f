import { Link } from '@remix-run/react'
import { hasWord } from '../lib/words.ts'

const NO_MATCH = 'Every word is looked for in the names of your products.'
const NO_WORD = 'Search for a word or a number: names are not searched for signs alone.'

interface SellListEmptyProps {
  /** Whether the seller has nothing in the shop at all. */
  isAll: boolean
  q: string
}

/** Where a seller's list has nothing to show. */
export function SellListEmpty({ isAll, q }: SellListEmptyProps) {
  const filterHelp = hasWord(q) || q === '' ? NO_MATCH : NO_WORD
  return (
    <div className="empty">
      <h2>{isAll ? 'Nothing in the shop' : 'Nothing matches'}</h2>
      <p className="muted">
        {isAll ? 'What you add is listed here, and shoppers find it at once.' : filterHelp}
      </p>
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
