import type { Log } from '../log/index.ts'

/** Retries what should have left a state by now. */
export interface Sweeper {
  name: string
  run: () => Promise<void>
}

/** Runs the sweepers at an interval, one after the other; a failing one does not stop the others. */
export class Sweeping {
  readonly #sweepers: Sweeper[]
  readonly #everyMs: number
  readonly #log: Log
  #timer: Timer | undefined
  #running: Promise<void> | null = null
  #isStopped = false

  constructor(sweepers: Sweeper[], everyMs: number, log: Log) {
    this.#sweepers = sweepers
    this.#everyMs = everyMs
    this.#log = log
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#running ??= this.#sweep().finally(() => (this.#running = null))
    }, this.#everyMs)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#timer)
    await this.#running
  }

  async #sweep(): Promise<void> {
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
