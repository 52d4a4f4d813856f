import { isRouteErrorResponse } from '@remix-run/react'

const OFFLINE = 'You are offline. Nothing was sent: try again when you are connected.'
const UNREACHABLE = 'The shop cannot be reached. Check your connection and try again.'
const TOO_LARGE = 'This is too large to be sent. Make it smaller and try again.'
const NOT_READ = 'The form could not be read. Load the page again and try once more.'

/** The message of a form whose action met a service that is away. */
export const UNAVAILABLE = 'This is not available right now. Try again in a moment.'

/** Whether this browser knows that it has no connection. */
export function isOffline(): boolean {
  return typeof document !== 'undefined' && !navigator.onLine
}

/** Why a form that was sent by script got no usable reply, in words for people. */
export function failureText(error: unknown): string {
  if (isOffline()) return OFFLINE
  if (isRouteErrorResponse(error)) return statusText(error.status)
  return error instanceof TypeError ? UNREACHABLE : UNAVAILABLE
}

function statusText(status: number): string {
  if (status === 413) return TOO_LARGE
  return status < 500 ? NOT_READ : UNAVAILABLE
}
