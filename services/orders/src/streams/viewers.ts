import type { Log } from '@shop/shared/log'
import type { OrderRepository } from '../order-repository.ts'
import type { OrderFeed } from './order-feed.ts'

type Orders = Pick<OrderRepository, 'onChange' | 'versionsOf'>

export interface Viewer {
  orderId: string
  userId: string
  feed: OrderFeed
}

interface Limits {
  /** Milliseconds between two polls for the writes of other replicas. */
  pollMs: number
  perUser: number
  inTotal: number
}

/** The open streams: writes of this process wake them at once, those of other replicas at the next poll. */
export class Viewers {
  readonly #orders: Orders
  readonly #limits: Limits
  readonly #log: Log
  /** The oldest first, each with its unsubscribe function. */
  readonly #open = new Map<Viewer, () => void>()
  #timer: Timer | undefined
  #isPolling = false
  #isClosed = false

  constructor(orders: Orders, limits: Limits, log: Log) {
    this.#orders = orders
    this.#limits = limits
    this.#log = log
  }

  get count(): number {
    return this.#open.size
  }

  /** Adds a viewer; evicts the oldest one when a limit is exceeded. */
  add(viewer: Viewer): void {
    const unsubscribe = this.#orders.onChange(viewer.orderId, () => viewer.feed.wake())
    this.#open.set(viewer, unsubscribe)
    this.#timer ??= setInterval(() => void this.#poll(), this.#limits.pollMs)
    this.#evict(viewer.userId)
    if (this.#isClosed) this.remove(viewer)
  }

  remove(viewer: Viewer): void {
    viewer.feed.end()
    this.#open.get(viewer)?.()
    this.#open.delete(viewer)
    if (this.#open.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** Ends all streams; new ones end as soon as they open. */
  close(): void {
    this.#isClosed = true
    for (const viewer of this.#open.keys()) this.remove(viewer)
  }

  #evict(userId: string): void {
    const all = [...this.#open.keys()]
    const own = all.filter((viewer) => viewer.userId === userId)
    const isFull = all.length > this.#limits.inTotal || own.length > this.#limits.perUser
    const oldest = own.length > 1 ? own[0] : all[0]
    if (isFull && oldest !== undefined) this.remove(oldest)
  }

  /** One query for all viewers. */
  async #poll(): Promise<void> {
    if (this.#isPolling) return
    this.#isPolling = true
    try {
      const ids = [...this.#open.keys()].map(({ orderId }) => orderId)
      const versions = await this.#orders.versionsOf([...new Set(ids)])
      for (const { orderId, feed } of this.#open.keys())
        if ((versions.get(orderId) ?? -1) > feed.version) feed.wake()
    } catch (error) {
      this.#log.debug({ error }, 'could not poll the followed orders')
    } finally {
      this.#isPolling = false
    }
  }
}
