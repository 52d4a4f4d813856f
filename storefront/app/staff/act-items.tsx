import type { StaffProductResponse } from '@shop/shared/contracts'
import { Time } from '../ui/time.tsx'

/** What staff did with a product, as entries of a list. */
export function ActItems({ acts }: Pick<StaffProductResponse, 'acts'>) {
  return acts.map(({ act, reason, at }) => (
    <li key={at}>
      <Time at={at} show="day" /> · {act === 'hide' ? 'Hidden' : 'Shown again'} by staff: “{reason}”
    </li>
  ))
}
