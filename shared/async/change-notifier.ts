import { EventEmitter } from 'node:events'

/** The changes of a key since the watch began. */
export interface Watch<T> {
  /** Takes the latest change; undefined when there was none since the last one taken. */
  take(): T | undefined
  /** Resolves once there is a change to take, or after `ms` milliseconds. */
  wait(ms: number): Promise<void>
  stop(): void
}

/** In-process change notifications by key. */
export class ChangeNotifier<T = void> {
  readonly #emitter = new EventEmitter().setMaxListeners(0)

  notify(key: string, value: T): void {
    this.#emitter.emit(key, value)
  }

  /** Calls the listener at each change; returns the unsubscribe function. */
  on(key: string, listener: (value: T) => void): () => void {
    this.#emitter.on(key, listener)
    return () => void this.#emitter.off(key, listener)
  }

  /** Watches a key until stopped. */
  watch(key: string): Watch<T> {
    let latest: T | undefined
    let wake = () => {}
    const stop = this.on(key, (value) => {
      latest = value
      wake()
    })
    return {
      stop,
      take() {
        const taken = latest
        latest = undefined
        return taken
      },
      async wait(ms) {
        if (latest !== undefined) return
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      },
    }
  }
}
