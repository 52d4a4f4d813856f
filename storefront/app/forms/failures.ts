import { isRouteErrorResponse } from '@remix-run/react'

const OFFLINE = 'You’re offline. Nothing was sent. Try again when you’re back online.'
const UNREACHABLE = 'The shop can’t be reached. Check your connection and try again.'
const TOO_LARGE = 'This is too large to send. Make it smaller and try again.'
const NOT_READ = 'The form couldn’t be read. Reload the page and try again.'

export const UNAVAILABLE = 'This isn’t available right now. Try again in a moment.'

/** Whether this browser knows that it has no connection. */
export function isOffline(): boolean {
  return typeof document !== 'undefined' && !navigator.onLine
}

/** Why a form that was sent by JavaScript got no usable response, in words for people. */
export function failureText(error: unknown): string {
  if (isOffline()) return OFFLINE
  if (isRouteErrorResponse(error)) return statusText(error.status)
  return error instanceof TypeError ? UNREACHABLE : UNAVAILABLE
}

function statusText(status: number): string {
  if (status === 413) return TOO_LARGE
  return status < 500 ? NOT_READ : UNAVAILABLE
}
