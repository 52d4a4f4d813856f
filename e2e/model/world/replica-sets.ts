import type { Document } from './documents.ts'
import type { Run } from './run.ts'
import type { Service } from './services.ts'
import { RetryLater } from './steps.ts'

/** The outcome of a write is unknown. */
export class Outage extends RetryLater {
  override name = 'Outage'
}

/** What becomes of a write: it is made, it is made though it fails, it fails, or it matches nothing in an older state. */
type Outcome = 'made' | 'unknown' | 'rolled back' | 'unmatched'

interface Election {
  until: number
  /** The documents as the deposed primary has them, and as the new one may show them at first. */
  before: Map<Document, Document>
  /** The processes that use the new primary. */
  moved: Set<string>
}

/** The service whose database has the document. */
const OWNERS: Record<Document['kind'], Service> = {
  order: 'orders',
  'product-copy': 'orders',
  payment: 'payments',
  'order-copy': 'payments',
  product: 'products',
  reservation: 'products',
  cart: 'cart',
}

/** Written by upserts, which insert what they do not find. */
const UPSERTED = new Set<Document['kind']>(['product-copy', 'order-copy', 'cart'])

/** A replica set below each service: what its clients see while it elects a primary. */
export class ReplicaSets {
  readonly #run: Run
  readonly #elections = new Map<Service, Election>()

  constructor(run: Run) {
    this.#run = run
  }

  elect(service: Service, documents: Iterable<Document>, until: number): void {
    this.#run.stats.elections += 1
    this.#run.record(`--- the database of ${service} elects a primary until ${until}`)
    const own = [...documents].filter(({ kind }) => OWNERS[kind] === service)
    const before = new Map(own.map((document) => [document, structuredClone(document)]))
    this.#elections.set(service, { until, before, moved: new Set() })
  }

  /** What a majority read shows: now and then an older state. */
  read<T extends Document>(document: T): T | undefined {
    const election = this.#electionOf(document)
    if (election === undefined) return document
    const isOld = !this.#isMoved(election) || this.#run.random.chance(0.4)
    if (isOld) this.#run.stats['stale reads'] += 1
    return isOld ? (election.before.get(document) as T | undefined) : document
  }

  /** The older state, while there is one. */
  readOld<T extends Document>(document: T): T | undefined {
    const election = this.#electionOf(document)
    return election === undefined ? document : (election.before.get(document) as T | undefined)
  }

  /** A deposed primary cannot make a write, but answers at once that nothing matches. */
  outcomeOf<T extends Document>(document: T, guard: (document: T) => boolean): Outcome {
    const election = this.#electionOf(document)
    if (election === undefined) return 'made'
    if (this.#isMoved(election)) return this.#run.random.chance(0.15) ? this.#failure() : 'made'
    const before = election.before.get(document) as T | undefined
    const isMatched = before === undefined ? UPSERTED.has(document.kind) : guard(before)
    if (!isMatched) return 'unmatched'
    election.moved.add(this.#run.process)
    return 'rolled back'
  }

  /** Inserts are never unmatched. */
  outcomeOfInsert(document: Document): Outcome {
    const election = this.#electionOf(document)
    if (election === undefined || this.#run.random.chance(0.7)) return 'made'
    return this.#isMoved(election) ? this.#failure() : 'rolled back'
  }

  #failure(): Outcome {
    return this.#run.random.pick<Outcome>(['unknown', 'rolled back'])
  }

  /** A process that has found the new primary does not go back. */
  #isMoved({ moved }: Election): boolean {
    const { process, random } = this.#run
    if (!moved.has(process) && random.chance(0.08)) moved.add(process)
    return moved.has(process)
  }

  #electionOf({ kind }: Document): Election | undefined {
    const election = this.#elections.get(OWNERS[kind])
    return election !== undefined && this.#run.now <= election.until ? election : undefined
  }
}
