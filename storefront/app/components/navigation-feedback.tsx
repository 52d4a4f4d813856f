import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

const SLOW_MS = 300

/** Tells that another page is on its way, and then that it has come: by eye, by keyboard, by ear. */
export function NavigationFeedback() {
  const { state } = useNavigation()
  const { pathname } = useLocation()
  const shown = useRef(pathname)
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
    if (shown.current === pathname) return
    shown.current = pathname
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
    setTitle(document.title)
  }, [pathname])

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

function OfflineBanner() {
  const { isOffline, stopped } = useOffline()
  if (!isOffline) return null
  return (
    <div className="banner" role="status">
      <p className="wrap" key={stopped}>
        {stopped === 0
          ? 'You are offline. What you see may be old, and nothing can be sent.'
          : 'You are offline. This page stays open until you are connected again.'}
      </p>
    </div>
  )
}

/** Without a connection, a link or a search would replace this page by an error page, with all that was typed. */
function useOffline() {
  const [isOffline, setIsOffline] = useState(false)
  const [stopped, setStopped] = useState(0)

  useEffect(() => {
    const look = () => {
      setIsOffline(!navigator.onLine)
      setStopped(0)
    }
    const stop = (event: Event) => {
      if (navigator.onLine || !leadsAway(event.target)) return
      event.preventDefault()
      setStopped((before) => before + 1)
    }
    look()
    for (const type of ['online', 'offline']) addEventListener(type, look)
    for (const type of ['click', 'submit']) document.addEventListener(type, stop, true)
    return () => {
      for (const type of ['online', 'offline']) removeEventListener(type, look)
      for (const type of ['click', 'submit']) document.removeEventListener(type, stop, true)
    }
  }, [])

  return { isOffline, stopped }
}

function leadsAway(target: EventTarget | null): boolean {
  if (target instanceof HTMLFormElement) return target.method === 'get'
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  return link !== null && link.pathname + link.search !== location.pathname + location.search
}
