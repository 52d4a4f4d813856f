import { useRootData } from '../ui/use-root-data.ts'

let first = ''

function firstOf(key: string): string {
  first ||= key
  return first
}

/** The key of the first page in this tab, so that all first adds share one guest. */
export function useGuestKey(): string {
  const key = useRootData()?.guestKey ?? ''
  return typeof document === 'undefined' || key === '' ? key : firstOf(key)
}
