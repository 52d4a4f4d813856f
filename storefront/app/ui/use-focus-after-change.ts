import { useEffect, useRef } from 'react'

/** Moves the focus to `next` when a list has changed and the focused element is gone. */
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
