import { ApiError } from '../rules/api-error.ts'
import type { Fault } from './store.ts'

/** A 500 response. */
export const OUTAGE = new ApiError(500, 'An unknown error occurred.', { type: 'api_error' })

/** Applies a fault before the call: a delay or an error. */
export async function applyBefore(fault: Fault | null): Promise<void> {
  if (fault?.kind === 'delay') await Bun.sleep(fault.ms)
  if (fault?.kind === 'error-before-commit') throw OUTAGE
}

/** Applies a fault after the commit: the caller gets no response, at once or after a long wait. */
export async function applyAfter(fault: Fault | null): Promise<Response | null> {
  if (fault?.kind === 'timeout-after-commit') await Bun.sleep(fault.ms)
  else if (fault?.kind !== 'reset') return null
  return abortedResponse()
}

/** A response whose body fails before its first byte, so that the server closes the connection. */
function abortedResponse(): Response {
  return new Response(new ReadableStream({ start: (stream) => stream.error() }))
}
