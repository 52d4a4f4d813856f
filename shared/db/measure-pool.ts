import type { mongo } from 'mongoose'
import { gauge } from '../metrics/index.ts'

/** A gauge of the client's connections: how many are open, are in use, and are waited for. */
export function measurePool(client: mongo.MongoClient): void {
  const counts = { open: 0, 'in use': 0, 'waited for': 0 }
  client.on('connectionCreated', () => (counts.open += 1))
  client.on('connectionClosed', () => (counts.open -= 1))
  client.on('connectionCheckOutStarted', () => (counts['waited for'] += 1))
  client.on('connectionCheckOutFailed', () => (counts['waited for'] -= 1))
  client.on('connectionCheckedOut', () => {
    counts['waited for'] -= 1
    counts['in use'] += 1
  })
  client.on('connectionCheckedIn', () => (counts['in use'] -= 1))
  gauge('mongo_connections', 'Connections to Mongo by state', ['state'], async (set) => {
    for (const [state, count] of Object.entries(counts)) set({ state }, count)
  })
}
