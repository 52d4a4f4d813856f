import { AsyncLocalStorage } from 'node:async_hooks'

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

/** The current correlation id; a new one outside of requests and events. */
export function correlationId(): string {
  return storage.getStore()?.correlationId ?? crypto.randomUUID()
}

/** The ids of the current request or event. */
export function currentContext(): Context | undefined {
  return storage.getStore()
}
