import { Notice } from '../ui/notice.tsx'
import { BOUND_NAMES, rangeErrors, type PriceRange } from './price-range.ts'

interface CatalogueNoticesProps {
  range: PriceRange
  /** What the address asks for that there is not. */
  ignored: string[]
}

/** Why the list is another one than was asked for. */
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
          <p>
            This address asks for something that does not exist, which was left out:{' '}
            {ignored.join(', ')}.
          </p>
        </Notice>
      )}
    </>
  )
}
