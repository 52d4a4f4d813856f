import type { LinkKind } from './domain/mailed-link.ts'
import {
  ADDRESS_WINDOW_MS,
  FAILURES_PER_ADDRESS,
  FAILURES_PER_HOUR,
  FAILURES_PER_SESSION,
  FORGOTTEN_PER_ADDRESS,
  GUESTS_PER_SIGN_UP,
  MAILS_PER_HOUR,
  tooManyAttempts,
} from './domain/throttle.ts'
import type { ThrottleRepository } from './throttle-repository.ts'

export interface ThrottleOptions {
  signUpsPerHour: number
  scale: number
}

/** Limits password guessing and mass sign-ups; throws `too-many-requests`. */
export class Throttle {
  readonly #attempts: ThrottleRepository
  readonly #options: ThrottleOptions

  constructor(attempts: ThrottleRepository, options: ThrottleOptions) {
    this.#attempts = attempts
    this.#options = options
  }

  /**
   * Checks a password; whoever fails waits longer each time. Who has signed in from the same address before
   * is not kept out by what others do to the account or from the address.
   */
  async signIn(
    ip: string,
    email: string,
    check: (isKnown: boolean) => Promise<boolean>,
  ): Promise<boolean> {
    const { pair, account, address, known } = keysOf(ip, email)
    const isKnown = await this.#attempts.isRemembered(known)
    const checked = () => check(isKnown)
    const isRight = await this.#counted(pair, this.#attempts.backOff(pair), () =>
      isKnown ? checked() : this.#asUnknownClient(address, account, checked),
    )
    if (!isRight) return false
    // The failures of unknown clients still count for unknown clients.
    await this.#attempts.forget(isKnown ? [pair] : [pair, account])
    if (!isKnown) await this.#attempts.uncount(address)
    await this.#attempts.remember(known)
    return true
  }

  /** Checks the password of a signed-in user, with a limit per session and hour. */
  async ownPassword(sid: string, check: () => Promise<boolean>): Promise<boolean> {
    const key = `password:${sid}`
    const isRight = await this.#counted(
      key,
      this.#attempts.countInWindow(key, FAILURES_PER_SESSION),
      check,
    )
    if (isRight) await this.#attempts.forget([key])
    return isRight
  }

  /** Creates an account, with a limit per address and hour. */
  async signUp<T>(ip: string, email: string, make: () => Promise<T | null>): Promise<T | null> {
    const key = `signup:${ip}`
    const { signUpsPerHour } = this.#options
    const made = await this.#counted(key, this.#attempts.countInWindow(key, signUpsPerHour), make)
    if (made !== null) await this.proven(ip, email)
    return made
  }

  /** Somebody has proven to own an account: forgets earlier failed sign-ins to it, and makes this address a known one. */
  async proven(ip: string, email: string): Promise<void> {
    const { pair, account, known } = keysOf(ip, email)
    await this.#attempts.forget([pair, account])
    await this.#attempts.remember(known)
  }

  /** Creates a guest, with a limit per address and hour. */
  guest<T>(ip: string, begin: () => Promise<T>): Promise<T> {
    const key = `guest:${ip}`
    const most = this.#options.signUpsPerHour * GUESTS_PER_SIGN_UP
    return this.#counted(key, this.#attempts.countInWindow(key, most), begin)
  }

  /** Limits the forgotten passwords of a client address per hour. */
  async forgotPassword(ip: string): Promise<void> {
    const key = `forgot:${ip}`
    const most = FORGOTTEN_PER_ADDRESS * this.#options.scale
    const until = await this.#attempts.countInWindow(key, most)
    if (until !== null) throw tooManyAttempts(until, new Date())
  }

  /** Counts a mail to an address; returns the end of the hour when it has got enough of its kind. */
  mail(kind: LinkKind, email: string): Promise<Date | null> {
    return this.#attempts.countInWindow(`mail:${kind}:${email}`, MAILS_PER_HOUR)
  }

  /** Limits the failures of unknown clients per address and per account. */
  #asUnknownClient(
    address: string,
    account: string,
    check: () => Promise<boolean>,
  ): Promise<boolean> {
    const most = FAILURES_PER_ADDRESS * this.#options.scale
    return this.#counted(
      address,
      this.#attempts.countInWindow(address, most, ADDRESS_WINDOW_MS),
      () => this.#counted(account, this.#attempts.countInWindow(account, FAILURES_PER_HOUR), check),
    )
  }

  /** Counts before the work, so that concurrent attempts cannot exceed the limit. */
  async #counted<T>(
    key: string,
    blocked: Promise<Date | null>,
    work: () => Promise<T>,
  ): Promise<T> {
    const until = await blocked
    if (until !== null) throw tooManyAttempts(until, new Date())
    try {
      return await work()
    } catch (error) {
      await this.#attempts.uncount(key)
      throw error
    }
  }
}

const keysOf = (ip: string, email: string) => ({
  pair: `signin:${ip}:${email}`,
  account: `account:${email}`,
  address: `address:${ip}`,
  known: `known:${ip}:${email}`,
})
