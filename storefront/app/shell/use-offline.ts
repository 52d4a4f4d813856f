import { useEffect, useState } from 'react'

/** Without a connection, a link or a search would replace this page by an error page, with all that was typed. */
export function useOffline() {
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
  if (link === null) return false
  const isSamePage = link.pathname + link.search === location.pathname + location.search
  return !isSamePage || link.hash === ''
}
