import type { BrokerState, Mark } from '../shared-code.ts'
import { ACK_WAIT } from './clock.ts'
import { CONSUMERS, subjectsOf, type Event, type Subject } from './events.ts'
import type { Run } from './run.ts'
import type { Service } from './services.ts'

const MAX_TRIES = 60

/** One message for one queue group. */
export interface Delivery {
  group: Service
  event: Event
  busyUntil: number
  tries: number
  isDone: boolean
}

/** A copy of the broker's store. */
interface Backup {
  marks: Map<Service, Mark>
  lengths: Map<Subject, number>
  pending: Delivery[]
}

/** The broker: delivers at least once, unordered, again after the ack wait; its store can be lost. */
export class Bus {
  readonly #run: Run
  deliveries: Delivery[] = []
  readonly published = new Set<string>()
  /** Only for the mutant without an outbox: events in a process's memory. */
  unsaved: Event[] = []
  marks = new Map<Service, Mark>()
  /** The number of messages in each channel. */
  lengths = new Map<Subject, number>()
  /** Counts the lost connections: what was published on an earlier one fails. */
  connection = 0
  /** Events that the broker lost, until their publisher has noticed. */
  lost: Event[] = []
  backup: Backup | undefined

  constructor(run: Run) {
    this.#run = run
  }

  publish(event: Event): void {
    this.published.add(event.id)
    this.#run.stats.published += 1
    this.#run.record(`publishes ${event.id} ${event.subject}`)
    this.lengths.set(event.subject, this.#lengthOf(event.subject) + 1)
    for (const group of CONSUMERS[event.subject])
      this.deliveries.push({ group, event, busyUntil: 0, tries: 0, isDone: false })
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
    delivery.isDone = true
    this.deliveries = this.deliveries.filter((other) => other !== delivery)
  }

  wipe(): void {
    this.#run.stats.wipes += 1
    this.#run.record('--- the broker loses its whole store')
    this.marks = new Map()
    this.lengths = new Map()
    this.#lose(() => true)
  }

  /** Each channel is a file: one can be lost alone. */
  loseChannel(subject: Subject): void {
    this.#run.stats.wipes += 1
    this.#run.record(`--- the broker loses the channel ${subject}`)
    this.lengths.delete(subject)
    this.#lose(({ event }) => event.subject === subject)
  }

  backUp(): void {
    this.#run.record('--- the broker’s store is backed up')
    const { marks, lengths, deliveries } = this
    this.backup = { marks: new Map(marks), lengths: new Map(lengths), pending: deliveries.slice() }
  }

  /** Restores the backup: what was published since is lost, what was acknowledged since is redelivered. */
  restore({ marks, lengths, pending }: Backup): void {
    this.#run.stats.wipes += 1
    this.#run.record('--- the broker’s backup is restored')
    this.marks = new Map(marks)
    this.lengths = new Map(lengths)
    this.#lose((delivery) => !pending.includes(delivery))
    this.deliveries = pending.map((each) => ({ ...each, busyUntil: 0, tries: 0, isDone: false }))
  }

  /** What the broker holds of a service. */
  stateOf(service: Service): BrokerState {
    const lengths = subjectsOf(service).map((subject) => [subject, this.#lengthOf(subject)])
    return { mark: this.marks.get(service) ?? null, sequences: Object.fromEntries(lengths) }
  }

  #lengthOf(subject: Subject): number {
    return this.lengths.get(subject) ?? 0
  }

  #lose(isLost: (delivery: Delivery) => boolean): void {
    const lost = this.deliveries.filter(isLost)
    for (const delivery of lost) delivery.isDone = true
    this.lost.push(...lost.map(({ event }) => event))
    this.deliveries = this.deliveries.filter(({ isDone }) => !isDone)
  }
}
