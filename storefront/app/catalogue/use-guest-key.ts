import { useRootData } from '../ui/use-root-data.ts'

let first = ''

function firstOf(key: string): string {
  first ||= key
  return first
}

/** What makes all first adds of a new visitor belong to one guest: the key of the page that was opened first. */
export function useGuestKey(): string {
  const key = useRootData()?.guestKey ?? ''
  return typeof document === 'undefined' || key === '' ? key : firstOf(key)
}
