import type { Log } from '../log/index.ts'

/** Re-runs the handler of a state that should have passed by now. */
export interface Sweeper {
  name: string
  run: () => Promise<void>
}

/** Runs every sweeper again and again, one after the other; one that fails does not stop the rest. */
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
        this.#log.warn({ error, sweeper: name }, 'the sweep did not end, the next one goes on')
      }
    }
  }
}
