import { Icon } from '../ui/icon.tsx'
import { AppliedFilters } from './applied-filters.tsx'
import type { Choice } from './filters.ts'
import { headingOf, summaryOf, totalOf } from './labels.ts'
import { SortForm } from './sort-form.tsx'

interface ResultBarProps {
  choice: Choice
  total: number
  /** What the chosen seller is called. */
  seller: string | null
  /** Whether this is the page's own heading. */
  isPageTitle: boolean
}

/** What is shown and how many, how it is sorted, and what it was narrowed by. */
export function ResultBar({ choice, total, seller, isPageTitle }: ResultBarProps) {
  const Heading = isPageTitle ? 'h1' : 'h2'
  return (
    <>
      <div className="toolbar">
        <Heading id="results" className="results" tabIndex={-1}>
          {choice.q === '' ? (
            <>
              {headingOf(choice, seller)} <small>{totalOf(total, 'product')}</small>
            </>
          ) : (
            `${totalOf(total, 'result')} for ${headingOf(choice, seller)}`
          )}
        </Heading>
        <button className="btn quiet small sheet-only" type="button" popovertarget="filters">
          <Icon name="filter" />
          Filters
        </button>
        <SortForm choice={choice} />
      </div>
      <p className="sr" role="status">
        {summaryOf(choice, total, seller)}
      </p>
      <AppliedFilters choice={choice} seller={seller} headingId="results" />
    </>
  )
}
