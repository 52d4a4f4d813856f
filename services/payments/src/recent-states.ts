import type { PaymentState } from './domain/payment.ts'

const KEPT = 1000

/** The states that this process wrote last, of the payments that it wrote last, by order. */
export class RecentStates {
  readonly #states = new Map<string, PaymentState>()

  set(orderId: string, state: PaymentState): void {
    this.#states.delete(orderId)
    this.#states.set(orderId, state)
    const [oldest] = this.#states.keys()
    if (this.#states.size > KEPT && oldest !== undefined) this.#states.delete(oldest)
  }

  get(orderId: string): PaymentState | undefined {
    return this.#states.get(orderId)
  }
}
