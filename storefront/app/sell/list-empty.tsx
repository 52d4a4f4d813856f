import { Link } from '@remix-run/react'
import { hasWord } from '../lib/words.ts'

const NO_MATCH = 'Every word must be in the product’s name.'
const NO_WORD = 'Search for a word or a number, not only symbols.'

interface EmptyListProps {
  isAll: boolean
  q: string
}

export function EmptyList({ isAll, q }: EmptyListProps) {
  const filterHelp = hasWord(q) || q === '' ? NO_MATCH : NO_WORD
  return (
    <div className="empty">
      <h2>{isAll ? 'No products yet' : 'No products match'}</h2>
      <p className="muted">
        {isAll
          ? 'Products you add are listed here, and shoppers find them right away.'
          : filterHelp}
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
