import { useEffect, useRef } from 'react'

/** A row of links that scrolls sideways on phones, scrolled to the current one. */
export function useScrolledNav(current: string) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const item = list.current?.querySelector('[aria-current]')?.parentElement
    if (list.current === null || !item) return
    list.current.scrollLeft = item.offsetLeft - (list.current.clientWidth - item.offsetWidth) / 2
  }, [current])
  return list
}
