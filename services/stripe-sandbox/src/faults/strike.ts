import { StripeFault } from '../rules/stripe-fault.ts'
import type { Fault } from './store.ts'

/** The 500 of a server that failed. */
export const OUTAGE = new StripeFault(500, 'An unknown error occurred.', { type: 'api_error' })

/** Strikes before anything was done: waits, or fails so that nothing will be. */
export async function strikeBefore(fault: Fault | null): Promise<void> {
  if (fault?.kind === 'delay') await Bun.sleep(fault.ms)
  if (fault?.kind === 'error-before-commit') throw OUTAGE
}

/** Strikes when all was done: the caller gets no answer, at once or after a long wait. */
export async function strikeAfter(fault: Fault | null): Promise<Response | null> {
  if (fault?.kind === 'timeout-after-commit') await Bun.sleep(fault.ms)
  else if (fault?.kind !== 'reset') return null
  return brokenOff()
}

/** A reply whose body fails before its first byte: the server then closes the connection. */
function brokenOff(): Response {
  return new Response(new ReadableStream({ start: (stream) => stream.error() }))
}
