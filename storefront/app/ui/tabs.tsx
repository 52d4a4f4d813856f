import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { counted } from './counted.ts'

interface TabsProps {
  label: string
  /** Address, name and, where it is known, how many. */
  tabs: readonly (readonly [to: string, name: string, count?: number | undefined])[]
  current: string
  /** Whether the page stays where it was scrolled to. */
  keepsScroll?: boolean
}

export function Tabs({ label, tabs, current, keepsScroll = false }: TabsProps) {
  const list = useScrolledNav(current)
  return (
    <nav className="desk-tabs" aria-label={label}>
      <ul ref={list}>
        {tabs.map(([to, name, count]) => (
          <li key={to}>
            <Link
              to={to}
              preventScrollReset={keepsScroll}
              {...(to === current && { 'aria-current': 'page' as const })}
            >
              {name}
              {count !== undefined && <span className="n">{counted(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

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
