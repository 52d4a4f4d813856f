import { useLocation, useSearchParams } from '@remix-run/react'
import { useRef } from 'react'
import { useFocusAfterChange } from './use-focus-after-change.ts'

/** A heading that takes the focus after something was done: what had the focus may be gone. */
export function useEntryHeading() {
  const heading = useRef<HTMLHeadingElement>(null)
  const [params] = useSearchParams()
  useFocusAfterChange(useLocation().key, () => (params.has('done') ? heading.current : null))
  return heading
}
