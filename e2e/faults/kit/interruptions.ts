import type { Interruption } from '../checker/mail-facts.ts'

/** The processes without which a mail that was sent may not be marked as sent. */
const SENDERS = /^(?:notifications|mailbox|mongo)/
/** Until this long after the end, a try may still be too slow and be given up. */
const RECOVERY_MS = 10_000

/** When processes or connections that send mail were lost: only then a mail may come twice. */
export class Interruptions {
  readonly #all: Interruption[] = []

  /** Begins one; returns the function that ends it. */
  begin(): () => void {
    const interruption: Interruption = { from: new Date() }
    this.#all.push(interruption)
    return () => void (interruption.to = new Date(Date.now() + RECOVERY_MS))
  }

  /** Begins one if mail depends on the process or server with this name. */
  of(name: string): () => void {
    return SENDERS.test(name) ? this.begin() : () => {}
  }

  get all(): readonly Interruption[] {
    return this.#all
  }
}
