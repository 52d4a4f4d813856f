import { useEffect, useRef } from 'react'

/** When a list has changed and what had the focus is gone with it, the focus goes to what `next` finds. */
export function useFocusAfterChange(
  list: string,
  next: () => HTMLElement | null | undefined,
): void {
  const shown = useRef(list)
  useEffect(() => {
    if (shown.current === list) return
    shown.current = list
    if (document.activeElement === null || document.activeElement === document.body)
      next()?.focus({ preventScroll: true })
  })
}
