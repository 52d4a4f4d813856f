/** A pause that another task can end. */
export class Wakeable {
  #isWoken = false
  #end: () => void = () => {}

  /** Ends the current pause, or else the next one at once. */
  wake(): void {
    this.#isWoken = true
    this.#end()
  }

  /** Resolves when woken, or after `ms` milliseconds; returns whether it was woken. */
  async pause(ms: number): Promise<boolean> {
    if (!this.#isWoken)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#end = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    const wasWoken = this.#isWoken
    this.#isWoken = false
    return wasWoken
  }
}
