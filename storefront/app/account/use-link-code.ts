import { useEffect, useState } from 'react'

/** The code of the mailed link that led here; it stands after `#`, so only the browser knows it. Empty without script or link. */
export function useLinkCode(): string {
  const [code, setCode] = useState('')
  useEffect(() => {
    const found = location.hash.slice(1)
    if (!found.includes('.')) return
    setCode(found)
    // Not kept in the history of a shared computer.
    history.replaceState(history.state, '', location.pathname + location.search)
  }, [])
  return code
}
