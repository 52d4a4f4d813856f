import { PUBLISHED, type ServiceName } from '../contracts/index.ts'
import type { Broker, BrokerConnection } from '../events/index.ts'
import type { Log } from '../log/index.ts'
import { counter } from '../metrics/index.ts'
import { missingSince, nextMark, parseMark, type BrokerState, type Mark } from './mark.ts'
import type { Marks } from './marks.ts'
import { republish, type PastEvent } from './past-event.ts'
import { oldestPending, type OutboxSource } from './source.ts'

export interface BrokerCheckOptions {
  service: ServiceName
  /** Milliseconds between two checks on one connection. */
  everyMs: number
  sources: OutboxSource[]
  /** The events of all documents that published since then or are unfinished. */
  eventsSince: (since: Date) => AsyncIterable<PastEvent>
  marks: Marks
  broker: Pick<Broker, 'onConnected'>
  log: Log
}

const MAX_RETRY_MS = 5000
const PROLONG_MS = 15_000
const STOP_MS = 5000
const WINDOW = { emptyMs: 24 * 3_600_000, marginMs: 60_000 }

const republished = counter('events_republished_total', 'Events that the broker had lost', [
  'subject',
])

/**
 * Notices that the broker lost its store, or a part of it, and publishes again what is missing: on each new
 * connection, and regularly. The mark it leaves on the broker says up to when all events are there.
 */
export class BrokerCheck {
  readonly #options: BrokerCheckOptions
  #connection: BrokerConnection | null = null
  #timer: Timer | undefined
  #running: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(options: BrokerCheckOptions) {
    this.#options = options
  }

  start(): void {
    // From the start, so that the first ones show as an increase.
    for (const subject of PUBLISHED[this.#options.service]) republished.inc({ subject }, 0)
    this.#options.broker.onConnected((connection) => {
      this.#connection = connection
      this.#schedule(0, true)
    })
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    // A broker that does not respond must not hold up the process; the next one checks again.
    await Promise.race([this.#running, Bun.sleep(STOP_MS)])
  }

  #schedule(ms: number, isNewConnection: boolean): void {
    clearTimeout(this.#timer)
    if (this.#isStopped) return
    const connection = this.#connection
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#run(connection, isNewConnection))
    }, ms)
  }

  async #run(connection: BrokerConnection | null, isNewConnection: boolean): Promise<void> {
    if (connection === null || connection !== this.#connection || this.#isStopped) return
    const { everyMs, log } = this.#options
    const isDone = await this.#check(connection, isNewConnection).catch((error: unknown) => {
      log.debug({ error }, 'the broker could not be checked; retrying')
      return false
    })
    if (connection !== this.#connection) return
    this.#schedule(isDone ? everyMs : Math.min(everyMs, MAX_RETRY_MS), isNewConnection && !isDone)
  }

  /** Returns false while another replica checks. */
  async #check(connection: BrokerConnection, isNewConnection: boolean): Promise<boolean> {
    const { marks } = this.#options
    const look = () => this.#look(connection, isNewConnection)
    if (!(await look()).isDue) return true
    if (!(await marks.lease())) return false
    // Another replica may have republished and marked the broker before the lease was free.
    const { stored, since, mark, last } = await look()
    const counts = since === null ? {} : await this.#republish(connection, since)
    for (const [subject, count] of Object.entries(counts))
      mark.sequences[subject] = (mark.sequences[subject] ?? 0) + count
    // failpoint: broker.beforeMark
    // Only now: a mark says that nothing is missing before it.
    await connection.publish(this.#channel(), JSON.stringify(mark), last)
    await marks.store(mark, stored)
    return true
  }

  /** What is to do, and the mark to publish then. */
  async #look(connection: BrokerConnection, isNewConnection: boolean) {
    const { marks, sources } = this.#options
    const now = Date.now()
    const stored = await marks.read()
    const pending = await Promise.all(sources.map(oldestPending))
    const upTo = Math.min(now, ...pending.filter((at) => at !== null))
    const { found, last } = await this.#read(connection)
    const missing = missingSince(found, stored, { now, isNewConnection, ...WINDOW })
    const since = earlier(missing, stored.republishSince)
    const isDue = since !== null || !isUnchanged(found)
    return { isDue, stored, since, mark: nextMark(stored, found, upTo), last }
  }

  /** What the broker holds, and the message that is its mark. */
  async #read(connection: BrokerConnection) {
    const subjects = PUBLISHED[this.#options.service]
    const [last = null, ...newest] = await connection.newest([this.#channel(), ...subjects])
    const sequences = subjects.map((subject, n) => [subject, newest[n]?.sequence ?? 0])
    const found: BrokerState = {
      mark: last && parseMark(last.text),
      sequences: Object.fromEntries(sequences) as Mark['sequences'],
    }
    return { found, last }
  }

  async #republish(connection: BrokerConnection, since: Date): Promise<Mark['sequences']> {
    const { eventsSince, marks, log } = this.#options
    const prolonging = setInterval(() => void marks.lease().catch(() => {}), PROLONG_MS)
    try {
      const counts = await republish(eventsSince(since), async (subject, text) => {
        if (this.#isStopped) throw new Error('the service stops')
        await connection.publish(subject, text)
      })
      for (const [subject, count] of Object.entries(counts)) republished.inc({ subject }, count)
      log.info({ since, counts }, 'published again what the broker may have lost')
      return counts
    } finally {
      clearInterval(prolonging)
    }
  }

  #channel(): string {
    return `mark:${this.#options.service}`
  }
}

function earlier(missing: number | null, requested: Date | undefined): Date | null {
  const times = [
    ...(missing === null ? [] : [missing]),
    ...(requested ? [requested.getTime()] : []),
  ]
  return times.length === 0 ? null : new Date(Math.min(...times))
}

/** Whether nothing was published since the mark. */
function isUnchanged({ mark, sequences }: BrokerState): boolean {
  return Object.entries(sequences).every(([subject, last]) => mark?.sequences[subject] === last)
}
