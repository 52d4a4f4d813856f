import { EventEmitter } from 'node:events'

/** Tells those who wait for a key that it changed in this process; who must know of other processes looks again after `ms`. */
export class Changes {
  readonly #emitter = new EventEmitter().setMaxListeners(0)

  tell(key: string): void {
    this.#emitter.emit(key)
  }

  /** Calls the listener at each change, until the function that it gives is called. */
  on(key: string, listener: () => void): () => void {
    this.#emitter.on(key, listener)
    return () => void this.#emitter.off(key, listener)
  }

  /** Resolves at the next change, or after `ms` milliseconds. */
  next(key: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#emitter.off(key, done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      this.#emitter.on(key, done)
    })
  }
}
