import { AsyncLocalStorage } from 'node:async_hooks'

/** What ties log lines and events to the request or the event that caused them. */
export interface Context {
  correlationId: string
  requestId?: string
  eventId?: string
}

const storage = new AsyncLocalStorage<Context>()

/** Runs work so that its log lines and events carry the given ids. */
export function withContext<T>(context: Context, work: () => T): T {
  return storage.run(context, work)
}

/** The correlation id of the request or event at hand; a new one outside of both. */
export function correlationId(): string {
  return storage.getStore()?.correlationId ?? crypto.randomUUID()
}

/** The ids that log lines carry now. */
export function currentContext(): Context | undefined {
  return storage.getStore()
}
