import { useEffect, useState } from 'react'

/** Stops links and searches while offline: they would replace the page and what was typed with an error. */
export function useOffline() {
  const [isOffline, setIsOffline] = useState(false)
  const [stoppedCount, setStoppedCount] = useState(0)

  useEffect(() => {
    const update = () => {
      setIsOffline(!navigator.onLine)
      setStoppedCount(0)
    }
    const stop = (event: Event) => {
      if (navigator.onLine || !leadsAway(event.target)) return
      event.preventDefault()
      setStoppedCount((before) => before + 1)
    }
    update()
    for (const type of ['online', 'offline']) addEventListener(type, update)
    for (const type of ['click', 'submit']) document.addEventListener(type, stop, true)
    return () => {
      for (const type of ['online', 'offline']) removeEventListener(type, update)
      for (const type of ['click', 'submit']) document.removeEventListener(type, stop, true)
    }
  }, [])

  return { isOffline, stoppedCount }
}

function leadsAway(target: EventTarget | null): boolean {
  if (target instanceof HTMLFormElement) return target.method === 'get'
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  if (link === null) return false
  const isSamePage = link.pathname + link.search === location.pathname + location.search
  return !isSamePage || link.hash === ''
}
