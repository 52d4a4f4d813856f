import type { Connection } from 'mongoose'
import type { Log } from '../log/index.ts'
import type { ServiceConfig } from './config.ts'
import { SweepLease } from './sweep-lease.ts'

/** Retries what should have left a state by now. */
export interface Sweeper {
  name: string
  run: () => Promise<void>
}

interface Servers {
  config: Pick<ServiceConfig, 'NATS_CLIENT_ID' | 'SWEEP_MS'>
  db: Connection
  log: Log
}

/** Runs the sweepers at an interval, one after the other; a failing one does not stop the others. */
export class Sweeping {
  readonly #sweepers: Sweeper[]
  readonly #everyMs: number
  /** Of several replicas one sweeps: twice would be harmless, but work for nothing. */
  readonly #lease: SweepLease
  readonly #log: Log
  #timer: Timer | undefined
  #running: Promise<void> | null = null
  #isStopped = false

  constructor(sweepers: Sweeper[], { config, db, log }: Servers) {
    this.#sweepers = sweepers
    this.#everyMs = config.SWEEP_MS
    this.#lease = new SweepLease(db, config.NATS_CLIENT_ID, config.SWEEP_MS)
    this.#log = log
  }

  start(): void {
    if (this.#sweepers.length === 0) return
    this.#timer = setInterval(() => {
      this.#running ??= this.#sweep().finally(() => (this.#running = null))
    }, this.#everyMs)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#timer)
    await this.#running
    // Without the database, the others wait until the lease is over.
    await this.#lease.end().catch(() => {})
  }

  async #sweep(): Promise<void> {
    // Who sweeps is unknown while the database is away, and nothing could be swept.
    if (!(await this.#lease.take().catch(() => false))) return
    for (const { name, run } of this.#sweepers) {
      if (this.#isStopped) return
      try {
        await run()
      } catch (error) {
        this.#log.warn({ error, sweeper: name }, 'sweeper failed; retrying at the next interval')
      }
    }
  }
}
