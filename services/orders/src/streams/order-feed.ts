import { isFinal } from '../domain/order.ts'
import type { OrderDocument } from '../order-document.ts'

interface FeedOptions {
  read: () => Promise<OrderDocument | null>
  /** Milliseconds without a change until the feed yields null as a heartbeat. */
  heartbeatMs: number
  /** Milliseconds until the feed ends; the client reconnects and is authorized again. */
  lifeMs: number
  /** Whether the viewer's session is still valid. */
  isAllowed: () => boolean
}

/** Yields the order now and after each change, until it is final. */
export class OrderFeed {
  /** The version that was yielded last. */
  version = -1
  readonly #options: FeedOptions
  readonly #endsAt: number
  #isChanged = true
  #isEnded = false
  #endPause: () => void = () => {}

  constructor(options: FeedOptions) {
    this.#options = options
    this.#endsAt = performance.now() + options.lifeMs
  }

  /** Signals that the order may have changed. */
  wake(): void {
    this.#isChanged = true
    this.#endPause()
  }

  end(): void {
    this.#isEnded = true
    this.#endPause()
  }

  async *orders(): AsyncGenerator<OrderDocument | null> {
    while (!this.#isEnded && performance.now() < this.#endsAt) {
      const order = this.#isChanged ? await this.#readNewer() : null
      if (!this.#options.isAllowed()) return
      yield order
      if (order !== null && isFinal(order.status)) return
      await this.#pause()
    }
  }

  async #readNewer(): Promise<OrderDocument | null> {
    this.#isChanged = false
    const order = await this.#options.read()
    if (order === null || order.version <= this.version) return null
    this.version = order.version
    return order
  }

  async #pause(): Promise<void> {
    if (this.#isChanged || this.#isEnded) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#options.heartbeatMs)
      this.#endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
