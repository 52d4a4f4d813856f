import type { mongo } from 'mongoose'

/**
 * Makes a client read nothing older than what it has read or written before. A primary that was deposed and does not
 * know it yet would otherwise answer from the past, and much is decided by a write followed by a read. Costs no
 * command; a lone server tells no times, and needs none.
 */
export function readInOrder(client: mongo.MongoClient): void {
  const start = client.startSession.bind(client)
  let newest: mongo.Timestamp | undefined
  // The driver opens a session for each operation with it.
  client.startSession = (options) => {
    const session = start({ ...options, causalConsistency: true })
    if (newest !== undefined) session.advanceOperationTime(newest)
    session.once('ended', () => {
      const { operationTime } = session
      if (operationTime && (newest === undefined || operationTime.greaterThan(newest)))
        newest = operationTime
    })
    return session
  }
}
