import { connect, type Stan, type Subscription } from 'node-nats-streaming'

const ACK_TIMEOUT_MS = 5000
const RETRY_MS = 250

/** A client that connects as soon as the broker is reachable. */
export function createClient(
  { url, clusterId, clientId }: { url: string; clusterId: string; clientId: string },
  maxPublishing: number,
): Stan {
  return connect(clusterId, clientId, {
    url,
    ackTimeout: ACK_TIMEOUT_MS,
    // At its own limit the library reports an error but sends the message: never let it get there.
    maxPubAcksInflight: maxPublishing * 2,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RETRY_MS,
    waitOnFirstConnect: true,
  })
}

/** Drops a client at once and ignores its later events; pending publishes are rejected. */
export function discard(stan: Stan): void {
  // `close()` would wait for a broker that may never respond. Without the cleanup the client's pings continue
  // and throw on the closed connection.
  const inner = stan as unknown as { nc?: { close(): void }; cleanupOnClose(error: Error): void }
  stan.removeAllListeners()
  stan.on('error', () => {})
  inner.cleanupOnClose(new Error('the connection was lost'))
  inner.nc?.close()
}

/** Calls back once the broker has responded, so after everything that it sent before. */
export function afterResponse(stan: Stan, callback: () => void): void {
  const inner = stan as unknown as { nc?: { flush(callback: () => void): void } }
  inner.nc?.flush(callback)
}

/** Closes a subscription and keeps its durable group. */
export function closed(subscription: Subscription): Promise<void> {
  return new Promise((resolve) => {
    subscription.once('closed', () => resolve())
    subscription.once('error', () => resolve())
    subscription.close()
  })
}

/** Publishes a message; resolves when the broker has stored it. */
export function publishOn(stan: Stan, subject: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stan.publish(subject, text, (error) => {
      // The library reports some errors as plain strings.
      if (error) reject(new Error('not stored', { cause: error }))
      else resolve()
    })
  })
}
