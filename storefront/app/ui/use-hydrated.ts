import { useEffect, useState } from 'react'

/** Whether the page's script runs: before, everything works by plain forms and links. */
export function useHydrated(): boolean {
  const [isHydrated, setIsHydrated] = useState(false)
  useEffect(() => setIsHydrated(true), [])
  return isHydrated
}
