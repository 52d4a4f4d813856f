import { AsyncLocalStorage } from 'node:async_hooks'
import { currentTraceparent } from '../tracing/span.ts'

/** The ids that connect log lines and events to their cause. */
export interface Context {
  correlationId: string
  requestId?: string
  eventId?: string
}

const storage = new AsyncLocalStorage<Context>()

/** Runs a function whose log lines and events get the given ids. */
export function withContext<T>(context: Context, work: () => T): T {
  return storage.run(context, work)
}

/** What events and messages keep of their cause: its correlation id, a new one outside of requests and events, and its span, if it is recorded. */
export function currentCause(): { correlationId: string; traceparent?: string } {
  const correlationId = storage.getStore()?.correlationId ?? crypto.randomUUID()
  const traceparent = currentTraceparent()
  return traceparent === undefined ? { correlationId } : { correlationId, traceparent }
}

/** The ids of the current request or event. */
export function currentContext(): Context | undefined {
  return storage.getStore()
}
