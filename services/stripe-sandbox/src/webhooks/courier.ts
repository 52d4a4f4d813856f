import type { Database } from 'bun:sqlite'
import type { Log } from '@shop/shared/log'
import { nowInSeconds } from '../rules/ids.ts'
import { dueDeliveries, markDelivered, markFailed, nextDueIn, type Delivery } from './queue.ts'

const AT_ONCE = 16
const TIMEOUT_MS = 10_000

export interface Courier {
  /** Checks the queue now; called after each commit. */
  wake: () => void
  stop: () => Promise<void>
}

export interface Destination {
  url: string
  secret: string
  retryMs: number
  /** The types of events that the receiver wants; undefined means all. */
  events: string[] | undefined
}

/** Delivers queued, signed events in the background until the receiver returns 2xx. */
export function startCourier(db: Database, destination: Destination, log: Log): Courier {
  const underway = new Map<number, Promise<void>>()
  const stopping = new AbortController()
  let timer: Timer | undefined

  function wake(): void {
    clearTimeout(timer)
    if (stopping.signal.aborted) return
    const free = dueDeliveries(db, 2 * AT_ONCE).filter(({ seq }) => !underway.has(seq))
    for (const delivery of free.slice(0, AT_ONCE - underway.size)) {
      // Later than the entry is set, even if the delivery has ended at once.
      const ended = deliver(delivery).finally(() => underway.delete(delivery.seq))
      underway.set(delivery.seq, ended.then(wake))
    }
    const pause = nextDueIn(db)
    if (pause !== null) timer = setTimeout(wake, pause)
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const isWanted = destination.events?.includes(delivery.type) ?? true
    const refusal = isWanted ? await post(delivery.body, destination, stopping.signal) : null
    if (stopping.signal.aborted) return
    if (refusal === null) markDelivered(db, delivery)
    else {
      const again = markFailed(db, delivery, refusal, destination.retryMs)
      log.warn({ event: delivery.event, refusal, again }, 'webhook not accepted')
    }
  }

  wake()
  return {
    wake,
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await Promise.all(underway.values())
    },
  }
}

/** Sends an event once; returns null, or why it was not accepted. */
async function post(body: string, to: Destination, stop: AbortSignal): Promise<string | null> {
  const text = JSON.stringify(JSON.parse(body), null, 2)
  try {
    const response = await fetch(to.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signatureOf(text, to.secret, nowInSeconds()),
      },
      body: text,
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    await response.body?.cancel()
    return response.ok ? null : `status ${response.status}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The `Stripe-Signature` header of a body. */
function signatureOf(body: string, secret: string, seconds: number): string {
  const hmac = new Bun.CryptoHasher('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${hmac}`
}
