import type { Broker, EventBus, HandleDelivery } from './event-bus.ts'

/** Two buses as one, while a shop moves from one broker to another: publishes to both and consumes both. */
export class BothBuses implements EventBus {
  readonly #buses: readonly EventBus[]
  readonly brokers: readonly Broker[]

  constructor(buses: readonly EventBus[]) {
    this.#buses = buses
    this.brokers = buses.flatMap((bus) => bus.brokers)
  }

  async publish(subject: string, text: string, id?: string): Promise<void> {
    await Promise.all(this.#buses.map((bus) => bus.publish(subject, text, id)))
  }

  subscribe(subject: string, group: string, handle: HandleDelivery): void {
    for (const bus of this.#buses) bus.subscribe(subject, group, handle)
  }

  async tail(subject: string, sinceMs: number, handle: (text: string) => void): Promise<void> {
    await Promise.all(this.#buses.map((bus) => bus.tail(subject, sinceMs, handle)))
  }

  isConnected(): boolean {
    return this.#buses.every((bus) => bus.isConnected())
  }

  onConnected(listener: () => void): void {
    for (const bus of this.#buses) bus.onConnected(listener)
  }

  async stopConsuming(): Promise<void> {
    await Promise.all(this.#buses.map((bus) => bus.stopConsuming()))
  }

  async close(): Promise<void> {
    await Promise.all(this.#buses.map((bus) => bus.close()))
  }
}
