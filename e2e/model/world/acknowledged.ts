import type { Bus } from './bus.ts'
import { FLUSH } from './clock.ts'
import type { Event, Subject } from './events.ts'
import type { Run } from './run.ts'
import { serviceOf, type Service } from './services.ts'

/** A message that the broker has acknowledged. */
interface Told {
  event: Event
  sequence: number
}

type Newest = Map<Subject, Told>

/** The newest message of each channel that the broker has acknowledged to a service: it must still be there. */
export class Acknowledged {
  readonly #run: Run
  readonly #bus: Bus
  /** In memory, by process, until `at`. */
  readonly #told = new Map<string, { newest: Newest; at: number }>()
  readonly #stored = new Map<Service, Newest>()
  /** When a service found another message in the place of one. */
  readonly #replacedAt = new Map<Service, number>()

  constructor(run: Run, bus: Bus) {
    this.#run = run
    this.#bus = bus
  }

  tell(event: Event, sequence: number): void {
    const { process, now } = this.#run
    const told = this.#told.get(process) ?? { newest: new Map(), at: now + FLUSH }
    this.#told.set(process, told)
    raise(told.newest, { event, sequence })
  }

  /** Every process stores in time what it was told. */
  storeDue(): void {
    for (const [process, { newest, at }] of this.#told)
      if (at <= this.#run.now) {
        this.#told.delete(process)
        this.#store(serviceOf(process), newest)
      }
  }

  /** A process dies with what it has not stored. */
  forget(process: string): void {
    this.#told.delete(process)
  }

  /** The stored sequence numbers of a service, by subject. */
  numbersOf(service: Service): Record<string, number> {
    const stored = [...(this.#stored.get(service) ?? [])]
    return Object.fromEntries(stored.map(([subject, { sequence }]) => [subject, sequence]))
  }

  isReplaced(service: Service): boolean {
    return this.#replacedAt.has(service)
  }

  /** Starts a check; returns what drops the numbers that it has seen, once all that may be lost is published again. */
  startCheck(service: Service): () => void {
    const seen = new Map(this.#stored.get(service))
    const { now } = this.#run
    return () => {
      const stored: Newest = this.#stored.get(service) ?? new Map()
      for (const [subject, told] of stored)
        if (told === seen.get(subject) || this.#run.lacks('drop-what-was-seen'))
          stored.delete(subject)
      if ((this.#replacedAt.get(service) ?? 0) <= now) this.#replacedAt.delete(service)
    }
  }

  /** In one guarded write, after seeing that this and what was stored before is still there. */
  #store(service: Service, told: Newest): void {
    const stored: Newest = this.#stored.get(service) ?? new Map()
    this.#stored.set(service, stored)
    for (const each of [...stored.values(), ...told.values()])
      if (this.#isReplaced(each)) {
        this.#replacedAt.set(service, this.#run.now)
        stored.delete(each.event.subject)
      }
    for (const each of told.values()) raise(stored, each)
  }

  #isReplaced({ event, sequence }: Told): boolean {
    return !this.#run.lacks('acknowledged-message') && !this.#bus.holds(event, sequence)
  }
}

function raise(newest: Newest, told: Told): void {
  const { subject } = told.event
  if ((newest.get(subject)?.sequence ?? 0) < told.sequence) newest.set(subject, told)
}
