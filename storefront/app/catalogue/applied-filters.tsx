import { Link } from '@remix-run/react'
import { useRef } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useFocusAfterChange } from '../ui/use-focus-after-change.ts'
import { catalogueUrl, type Filters } from './filters.ts'
import { filterChips } from './labels.ts'

interface AppliedFiltersProps {
  filters: Filters
  seller: string | null
  headingId: string
}

export function AppliedFilters({ filters, seller, headingId }: AppliedFiltersProps) {
  const chips = filterChips(filters, seller)
  const row = useRef<HTMLDivElement>(null)
  const removed = useRef(0)
  useFocusAfterChange(catalogueUrl(filters), () => {
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
          to={catalogueUrl({ ...filters, ...without })}
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
        to={catalogueUrl({ q: filters.q, sort: filters.sort })}
        preventScrollReset
      >
        Clear all
      </Link>
    </div>
  )
}
