import { Link } from '@remix-run/react'
import { hasWord } from '../lib/words.ts'
import { addressOf, type Choice } from './filters.ts'

/** Where no product meets what was chosen: why, and the way on. */
export function NothingFound({ choice }: { choice: Choice }) {
  return (
    <div className="empty">
      <h2>Nothing matches</h2>
      <p className="muted">{reasonOf(choice)}</p>
      <Link className="btn quiet" to="/">
        See all products
      </Link>
    </div>
  )
}

function reasonOf(choice: Choice): string {
  const { q, seller } = choice
  if (q !== '' && !hasWord(q))
    return 'Search for a word or a number: names are not searched for signs alone.'
  if (seller !== null && addressOf({ seller }) === addressOf(choice))
    return 'This seller has nothing in the shop now.'
  return 'Try fewer words or fewer filters. Every word is looked for in the names of products.'
}
