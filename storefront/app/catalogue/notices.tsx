import { Notice } from '../ui/notice.tsx'
import { BOUND_NAMES, rangeErrors, type PriceRange } from './price-range.ts'

interface CatalogueNoticesProps {
  range: PriceRange
  ignored: string[]
}

export function CatalogueNotices({ range, ignored }: CatalogueNoticesProps) {
  const errors = rangeErrors(range)
  return (
    <>
      {errors.length > 0 && (
        <Notice kind="warn" title="Check the price filter" live="status">
          {errors.map(([name, error]) => (
            <p key={name}>
              {BOUND_NAMES[name]}: {error}.
            </p>
          ))}
        </Notice>
      )}
      {ignored.length > 0 && (
        <Notice kind="info" live="status">
          <p>Part of this link wasn’t recognized and was ignored: {ignored.join(', ')}.</p>
        </Notice>
      )}
    </>
  )
}
