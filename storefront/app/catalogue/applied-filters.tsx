import { Link } from '@remix-run/react'
import { useRef } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useFocusAfterChange } from '../ui/use-focus-after-change.ts'
import { addressOf, type Choice } from './filters.ts'
import { chipsOf } from './labels.ts'

interface AppliedFiltersProps {
  choice: Choice
  /** What the chosen seller is called. */
  seller: string | null
  /** The id of the heading of what they filter. */
  headingId: string
}

/** What a list is narrowed by, each with a way to take it away. */
export function AppliedFilters({ choice, seller, headingId }: AppliedFiltersProps) {
  const chips = chipsOf(choice, seller)
  const row = useRef<HTMLDivElement>(null)
  const removed = useRef(0)
  useFocusAfterChange(addressOf(choice), () => {
    const left = [...(row.current?.querySelectorAll<HTMLElement>('.chip') ?? [])]
    return left[Math.min(removed.current, left.length - 1)] ?? document.getElementById(headingId)
  })
  if (chips.length === 0) return null
  return (
    <div className="applied" ref={row}>
      <span className="small muted">Filtered by</span>
      {chips.map(({ name, without }, position) => (
        <Link
          className="chip"
          key={Object.keys(without)[0]}
          to={addressOf({ ...choice, ...without })}
          preventScrollReset
          onClick={() => (removed.current = position)}
        >
          {name}
          <Icon name="close" />
          <span className="sr">, remove filter</span>
        </Link>
      ))}
      <Link
        className="btn text small"
        to={addressOf({ q: choice.q, sort: choice.sort })}
        preventScrollReset
      >
        Clear all
      </Link>
    </div>
  )
}
