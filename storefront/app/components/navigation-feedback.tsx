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
  const [isOffline, setIsOffline] = useState(false)
  useEffect(() => {
    const look = () => setIsOffline(!navigator.onLine)
    look()
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  if (!isOffline) return null
  return (
    <div className="banner" role="status">
      <p className="wrap">You are offline. What you see may be old, and nothing can be sent.</p>
    </div>
  )
}
