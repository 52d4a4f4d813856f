import { ACK_WAIT, REPUBLISH_AFTER } from './clock.ts'
import { CONSUMERS, type Event } from './events.ts'
import type { Run } from './run.ts'
import type { Service } from './services.ts'

const MAX_TRIES = 60

/** One message for one queue group. */
export interface Delivery {
  group: Service
  event: Event
  /** 0 is the first publication, 3 the last. */
  publication: number
  busyUntil: number
  tries: number
  isDone: boolean
}

/** The broker: delivers at least once, unordered, again after the ack wait; its store can be lost. */
export class Bus {
  readonly #run: Run
  deliveries: Delivery[] = []
  readonly published = new Set<string>()
  /** Only for the mutant without an outbox: events in a process's memory. */
  unsaved: Event[] = []

  constructor(run: Run) {
    this.#run = run
  }

  publish(event: Event): void {
    this.published.add(event.id)
    this.#run.stats.published += 1
    this.#run.record(
      `publishes ${event.id} ${event.subject}${event.publishCount > 0 ? ' again' : ''}`,
    )
    for (const group of CONSUMERS[event.subject])
      this.deliveries.push({
        group,
        event,
        publication: event.publishCount,
        busyUntil: 0,
        tries: 0,
        isDone: false,
      })
  }

  ready(): Delivery[] {
    return this.deliveries.filter(({ busyUntil }) => busyUntil <= this.#run.now)
  }

  take(delivery: Delivery): void {
    delivery.busyUntil = this.#run.now + ACK_WAIT
    delivery.tries += 1
    if (delivery.tries <= MAX_TRIES) return
    this.#run.violate('no message is redelivered forever', delivery.event.subject)
  }

  /** Acknowledges a delivery; sometimes this is lost and the message is redelivered. */
  ack(delivery: Delivery): void {
    const { isFaulty, random } = this.#run
    if (isFaulty && delivery.tries < 3 && random.chance(0.15)) return
    this.#end(delivery)
  }

  /** The broker loses the message: only republishing heals that. */
  lose(delivery: Delivery): void {
    if (delivery.isDone) return
    this.#end(delivery)
    if (delivery.publication >= REPUBLISH_AFTER.length) this.#run.needsRepublish = true
  }

  wipe(): void {
    this.#run.stats.wipes += 1
    this.#run.record('--- the broker loses its whole store')
    for (const delivery of this.deliveries.slice()) this.lose(delivery)
  }

  #end(delivery: Delivery): void {
    delivery.isDone = true
    this.deliveries = this.deliveries.filter((other) => other !== delivery)
  }
}
