import type { mongo } from 'mongoose'
import { gauge } from '../metrics/index.ts'

/** A gauge of the client's connections: how many are open, are busy, and are waited for. */
export function measurePool(client: mongo.MongoClient): void {
  const counts = { open: 0, busy: 0, awaited: 0 }
  client.on('connectionCreated', () => (counts.open += 1))
  client.on('connectionClosed', () => (counts.open -= 1))
  client.on('connectionCheckOutStarted', () => (counts.awaited += 1))
  client.on('connectionCheckOutFailed', () => (counts.awaited -= 1))
  client.on('connectionCheckedOut', () => {
    counts.awaited -= 1
    counts.busy += 1
  })
  client.on('connectionCheckedIn', () => (counts.busy -= 1))
  gauge('mongo_connections', 'Connections to Mongo by state', ['state'], async (set) => {
    for (const [state, count] of Object.entries(counts)) set({ state }, count)
  })
}
