import { Icon } from '../ui/icon.tsx'
import { AppliedFilters } from './applied-filters.tsx'
import type { Filters } from './filters.ts'
import { headingOf, summaryOf, totalOf } from './labels.ts'
import { SortForm } from './sort-form.tsx'

interface ResultBarProps {
  filters: Filters
  total: number
  seller: string | null
  isPageTitle: boolean
}

export function ResultBar({ filters, total, seller, isPageTitle }: ResultBarProps) {
  const Heading = isPageTitle ? 'h1' : 'h2'
  return (
    <>
      <div className="toolbar">
        <Heading id="results" className="results" tabIndex={-1}>
          {filters.q === '' ? (
            <>
              {headingOf(filters, seller)} <small>{totalOf(total, 'product')}</small>
            </>
          ) : (
            `${totalOf(total, 'result')} for ${headingOf(filters, seller)}`
          )}
        </Heading>
        <button className="btn quiet small sheet-only" type="button" popovertarget="filters">
          <Icon name="filter" />
          Filters
        </button>
        <SortForm filters={filters} />
      </div>
      <p className="sr" role="status">
        {summaryOf(filters, total, seller)}
      </p>
      <AppliedFilters filters={filters} seller={seller} headingId="results" />
    </>
  )
}
