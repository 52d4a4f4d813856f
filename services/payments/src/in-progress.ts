/** What this process has in progress, by key: a webhook about it waits instead of asking Stripe the same again. */
export class InProgress {
  readonly #running = new Map<string, Promise<unknown>>()

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = work()
    const all = Promise.allSettled([this.#running.get(key), result]).then(() => {
      if (this.#running.get(key) === all) this.#running.delete(key)
    })
    this.#running.set(key, all)
    return result
  }

  /** Resolves when what is in progress now has ended. */
  async ended(key: string): Promise<void> {
    await this.#running.get(key)
  }
}
