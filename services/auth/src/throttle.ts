import {
  ADDRESS_WINDOW_MS,
  FAILURES_PER_ADDRESS,
  FAILURES_PER_HOUR,
  FAILURES_PER_SESSION,
  GUESTS_PER_SIGN_UP,
  tooManyTries,
} from './domain/throttle.ts'
import type { ThrottleRepository } from './throttle-repository.ts'

export interface ThrottleOptions {
  signUpsPerHour: number
  /** Multiplies the limits per address. */
  scale: number
}

/** Limits password guessing and mass sign-ups; throws `too-many-requests`. */
export class Throttle {
  readonly #tries: ThrottleRepository
  readonly #options: ThrottleOptions

  constructor(tries: ThrottleRepository, options: ThrottleOptions) {
    this.#tries = tries
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
    const { pair, account, place, known } = keysOf(ip, email)
    const isKnown = await this.#tries.isRemembered(known)
    const checked = () => check(isKnown)
    const isRight = await this.#counted(pair, this.#tries.backOff(pair), () =>
      isKnown ? checked() : this.#asStranger(place, account, checked),
    )
    if (!isRight) return false
    // The failures of unknown clients still count for unknown clients.
    await this.#tries.forget(isKnown ? [pair] : [pair, account])
    if (!isKnown) await this.#tries.giveBack(place)
    await this.#tries.remember(known)
    return true
  }

  /** Checks the password of a signed-in user, with a limit per session and hour. */
  async ownPassword(sid: string, check: () => Promise<boolean>): Promise<boolean> {
    const key = `password:${sid}`
    const isRight = await this.#counted(key, this.#tries.spend(key, FAILURES_PER_SESSION), check)
    if (isRight) await this.#tries.forget([key])
    return isRight
  }

  /** Creates an account, with a limit per address and hour; forgets earlier failed sign-ins to it. */
  async signUp<T>(ip: string, email: string, make: () => Promise<T | null>): Promise<T | null> {
    const key = `signup:${ip}`
    const { signUpsPerHour } = this.#options
    const made = await this.#counted(key, this.#tries.spend(key, signUpsPerHour), make)
    if (made === null) return null
    const { pair, account, known } = keysOf(ip, email)
    await this.#tries.forget([pair, account])
    await this.#tries.remember(known)
    return made
  }

  /** Creates a guest, with a limit per address and hour. */
  guest<T>(ip: string, begin: () => Promise<T>): Promise<T> {
    const key = `guest:${ip}`
    const most = this.#options.signUpsPerHour * GUESTS_PER_SIGN_UP
    return this.#counted(key, this.#tries.spend(key, most), begin)
  }

  /** Limits the failures of unknown clients per address and per account. */
  #asStranger(place: string, account: string, check: () => Promise<boolean>): Promise<boolean> {
    const most = FAILURES_PER_ADDRESS * this.#options.scale
    return this.#counted(place, this.#tries.spend(place, most, ADDRESS_WINDOW_MS), () =>
      this.#counted(account, this.#tries.spend(account, FAILURES_PER_HOUR), check),
    )
  }

  /** Counts before the work, so that concurrent attempts cannot exceed the limit. */
  async #counted<T>(key: string, barred: Promise<Date | null>, work: () => Promise<T>): Promise<T> {
    const until = await barred
    if (until !== null) throw tooManyTries(until, new Date())
    try {
      return await work()
    } catch (error) {
      await this.#tries.giveBack(key)
      throw error
    }
  }
}

const keysOf = (ip: string, email: string) => ({
  pair: `signin:${ip}:${email}`,
  account: `account:${email}`,
  place: `address:${ip}`,
  known: `known:${ip}:${email}`,
})
