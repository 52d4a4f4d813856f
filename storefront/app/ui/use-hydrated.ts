import { useEffect, useState } from 'react'

/** Whether the script runs; until then everything works with plain forms and links. */
export function useHydrated(): boolean {
  const [isHydrated, setIsHydrated] = useState(false)
  useEffect(() => setIsHydrated(true), [])
  return isHydrated
}
