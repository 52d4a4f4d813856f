import { Wakeable } from '@shop/shared/async'
import { isSettled } from '@shop/shared/contracts'
import type { OrderDocument } from '../order-document.ts'
import { toPaidOrder } from '../paid-order.ts'

interface FeedOptions {
  read: () => Promise<OrderDocument | null>
  /** Milliseconds without a change until the feed yields null as a heartbeat. */
  heartbeatMs: number
  /** Milliseconds until the feed ends; the client reconnects and is authorized again. */
  lifeMs: number
  /** Whether the viewer's session is still valid. */
  isAllowed: () => boolean
}

/** Yields the order now and after each change, until it is settled. */
export class OrderFeed {
  version = -1
  readonly #options: FeedOptions
  readonly #endsAt: number
  readonly #wakeable = new Wakeable()
  #isEnded = false

  constructor(options: FeedOptions) {
    this.#options = options
    this.#endsAt = performance.now() + options.lifeMs
  }

  wake(): void {
    this.#wakeable.wake()
  }

  end(): void {
    this.#isEnded = true
    this.#wakeable.wake()
  }

  async *orders(): AsyncGenerator<OrderDocument | null> {
    let isChanged = true
    while (!this.#isEnded && performance.now() < this.#endsAt) {
      const order = isChanged ? await this.#readNewer() : null
      if (!this.#options.isAllowed()) return
      yield order
      if (order !== null && isSettled(toPaidOrder(order, new Date()))) return
      isChanged = await this.#wakeable.pause(this.#options.heartbeatMs)
    }
  }

  async #readNewer(): Promise<OrderDocument | null> {
    const order = await this.#options.read()
    if (order === null || order.version <= this.version) return null
    this.version = order.version
    return order
  }
}
