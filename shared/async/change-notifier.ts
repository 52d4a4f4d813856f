import { EventEmitter } from 'node:events'

/** In-process change notifications by key. */
export class ChangeNotifier {
  readonly #emitter = new EventEmitter().setMaxListeners(0)

  notify(key: string): void {
    this.#emitter.emit(key)
  }

  /** Calls the listener at each change; returns the unsubscribe function. */
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
