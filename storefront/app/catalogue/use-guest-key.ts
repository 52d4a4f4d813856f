import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from '../root.tsx'

let first = ''

function firstOf(key: string): string {
  first ||= key
  return first
}

/** What makes all first adds of a new visitor belong to one guest: the key of the page that was opened first. */
export function useGuestKey(): string {
  const key = useRouteLoaderData<typeof loader>('root')?.guestKey ?? ''
  return typeof document === 'undefined' || key === '' ? key : firstOf(key)
}
