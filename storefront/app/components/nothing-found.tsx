import { Link } from '@remix-run/react'
import { hasWord, type Choice } from '../lib/catalogue.ts'

/** Where no product meets what was chosen: why, and the way on. */
export function NothingFound({ choice: { q } }: { choice: Choice }) {
  return (
    <div className="empty">
      <h3>Nothing matches</h3>
      <p className="muted">
        {q === '' || hasWord(q)
          ? 'Try fewer words or fewer filters. Every word is looked for in the names of products.'
          : 'Search for a word or a number: names are not searched for signs alone.'}
      </p>
      <Link className="btn quiet" to="/">
        See all products
      </Link>
    </div>
  )
}
