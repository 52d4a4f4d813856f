import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { OfflineBanner } from './offline-banner.tsx'

const SLOW_MS = 300

/** Shows a loading bar, then moves the focus to the new page and announces its title. */
export function NavigationFeedback() {
  const { state } = useNavigation()
  const { pathname, search, hash } = useLocation()
  const shown = useRef(pathname)
  const isFirst = useRef(true)
  const [title, setTitle] = useState('')
  const [isSlow, setIsSlow] = useState(false)

  useEffect(() => {
    if (state === 'idle') {
      setIsSlow(false)
      return undefined
    }
    const timer = setTimeout(() => setIsSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [state])

  useEffect(() => {
    const isSamePage = shown.current === pathname
    shown.current = pathname
    if (!isSamePage) {
      setTitle(document.title)
      focusTarget('')
    }
    if (!isSamePage || isFirst.current) {
      isFirst.current = false
      return undefined
    }
    // If the focused element was replaced and the page has not moved the focus, restore it.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusTarget(hash)
    })
    return () => cancelAnimationFrame(frame)
  }, [pathname, search, hash])

  return (
    <>
      {isSlow && <div className="loading-bar" aria-hidden="true" />}
      <OfflineBanner />
      <p className="sr" role="status">
        {title}
      </p>
    </>
  )
}

/** Focuses the first control of the section that the hash names, or the page. */
function focusTarget(hash: string): void {
  const part = hash === '' ? null : document.getElementById(hash.slice(1))?.closest('section')
  const target = part?.querySelector<HTMLElement>('a, button, input, select, textarea')
  ;(target ?? document.querySelector<HTMLElement>('#main'))?.focus({ preventScroll: true })
}
