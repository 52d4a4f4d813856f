import type { Connection } from 'mongoose'
import { isDatabaseUp } from '../db/index.ts'
import type { EventBus } from '../events/index.ts'

/** Whether the service can handle requests, and what it is waiting for. */
export function createReadiness(db: Connection, bus: EventBus, revocationsKnown: Promise<void>) {
  let isDraining = false
  let hasConnected = false
  let hasRevocations = false
  void revocationsKnown.then(() => (hasRevocations = true))
  return {
    drain(this: void): void {
      isDraining = true
    },
    async missing(this: void): Promise<string[]> {
      if (isDraining) return ['draining']
      // A broker that is lost later does not matter for requests: events wait in the outbox.
      hasConnected ||= bus.isConnected()
      return [
        ...((await isDatabaseUp(db)) ? [] : ['database']),
        ...(hasConnected ? [] : ['broker']),
        ...(hasRevocations ? [] : ['revocations']),
      ]
    },
  }
}
