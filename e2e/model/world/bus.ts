import type { BrokerState, Mark } from '../shared-code.ts'
import { ACK_WAIT } from './clock.ts'
import { CONSUMERS, subjectsOf, type Event, type Subject } from './events.ts'
import type { Run } from './run.ts'
import type { Service } from './services.ts'

const MAX_TRIES = 60

/** What the broker stores, in this order. */
type Message = { event: Event } | { service: Service; mark: Mark }

/** One message for one queue group. */
export interface Delivery {
  group: Service
  event: Event
  message: Message
  busyUntil: number
  tries: number
  isDone: boolean
}

/** A copy of the broker's store. */
interface Backup {
  log: Message[]
  pending: Delivery[]
}

/** The broker: delivers at least once, unordered, again after the ack wait; its store can be lost. */
export class Bus {
  readonly #run: Run
  deliveries: Delivery[] = []
  readonly published = new Set<string>()
  /** Only for the mutant without an outbox: events in a process's memory. */
  unsaved: Event[] = []
  /** Oldest first. */
  #log: Message[] = []
  /** Counts the lost connections: what was published on an earlier one fails. */
  connection = 0
  /** Events that the broker lost, until their publisher has noticed. */
  lost: Event[] = []
  /** What a listener failed on too often: acknowledged, and kept as dead letters until somebody retries them. */
  parked: Delivery[] = []
  backup: Backup | undefined

  constructor(run: Run) {
    this.#run = run
  }

  publish(event: Event): void {
    this.published.add(event.id)
    this.#run.stats.published += 1
    this.#run.record(`publishes ${event.id} ${event.subject}`)
    const message = { event }
    this.#log.push(message)
    for (const group of CONSUMERS[event.subject])
      this.deliveries.push({ group, event, message, busyUntil: 0, tries: 0, isDone: false })
  }

  publishMark(service: Service, mark: Mark): void {
    this.#log.push({ service, mark })
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

  /** Lets a listener fail on a delivery for good. */
  park(delivery: Delivery): void {
    this.#run.stats.parked += 1
    this.#run.record(`--- ${delivery.group} parks ${delivery.event.id} ${delivery.event.subject}`)
    delivery.isDone = true
    this.deliveries = this.deliveries.filter((other) => other !== delivery)
    this.parked.push(delivery)
  }

  /** Hands all dead letters to their listeners again; the broker has long forgotten them. */
  retryParked(): void {
    const again = { busyUntil: 0, tries: 0, isDone: false }
    this.deliveries.push(...this.parked.splice(0).map((delivery) => ({ ...delivery, ...again })))
  }

  wipe(): void {
    this.#run.stats.wipes += 1
    this.#run.record('--- the broker loses its whole store')
    this.#lose(() => true)
  }

  /** Each channel is a file: one can be lost alone. */
  loseChannel(subject: Subject): void {
    this.#run.stats.wipes += 1
    this.#run.record(`--- the broker loses the channel ${subject}`)
    this.#lose((message) => isOf(message, subject))
  }

  /** A message is gone and all that are newer, marks as well. */
  loseNewest(first: Message): void {
    const lost = this.#log.slice(this.#log.indexOf(first))
    this.#run.stats.losses += 1
    this.#run.record(`--- the broker loses its newest ${lost.length} messages`)
    this.#lose((message) => lost.includes(message))
  }

  backUp(): void {
    this.#run.record('--- the broker’s store is backed up')
    this.backup = { log: this.#log.slice(), pending: this.deliveries.slice() }
  }

  /** Restores the backup: what was published since is lost, what was acknowledged since is redelivered. */
  restore({ log, pending }: Backup): void {
    this.#run.stats.wipes += 1
    this.#run.record('--- the broker’s backup is restored')
    const kept = new Set(pending.map(({ message }) => message))
    this.#lose((message) => !kept.has(message))
    this.#log = log.slice()
    this.deliveries = pending.map((each) => ({ ...each, busyUntil: 0, tries: 0, isDone: false }))
  }

  /** What the broker holds of a service. */
  stateOf(service: Service): BrokerState {
    const lengths = subjectsOf(service).map((subject) => [subject, this.#lengthOf(subject)])
    const last = this.#log.findLast((each) => 'mark' in each && each.service === service)
    const mark = last !== undefined && 'mark' in last ? last.mark : null
    return { mark, sequences: Object.fromEntries(lengths) }
  }

  #lengthOf(subject: Subject): number {
    return this.#log.filter((message) => isOf(message, subject)).length
  }

  #lose(isLost: (message: Message) => boolean): void {
    this.#log = this.#log.filter((message) => !isLost(message))
    const lost = this.deliveries.filter(({ message }) => isLost(message))
    for (const delivery of lost) delivery.isDone = true
    this.lost.push(...lost.map(({ event }) => event))
    this.deliveries = this.deliveries.filter(({ isDone }) => !isDone)
  }
}

function isOf(message: Message, subject: Subject): boolean {
  return 'event' in message && message.event.subject === subject
}
