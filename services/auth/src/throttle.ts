import { FAILURES_PER_HOUR, GUESTS_PER_SIGN_UP, tooManyTries } from './domain/throttle.ts'
import type { ThrottleRepository } from './throttle-repository.ts'

/** Slows down who guesses passwords or makes accounts in numbers; throws `too-many-requests`. */
export function createThrottle(tries: ThrottleRepository, signUpsPerHour: number) {
  /** Counted before the work, so that tries at the same time do not pass together. */
  async function counted<T>(key: string, barred: Promise<Date | null>, work: () => Promise<T>) {
    const until = await barred
    if (until !== null) throw tooManyTries(until, new Date())
    try {
      return await work()
    } catch (error) {
      await tries.giveBack(key)
      throw error
    }
  }

  return {
    /** Checks a password; whoever fails waits longer each time, and the account bears so many failures an hour. */
    async signIn(ip: string, email: string, check: () => Promise<boolean>): Promise<boolean> {
      const { pair, account } = keysOf(ip, email)
      const isRight = await counted(pair, tries.backOff(pair), () =>
        counted(account, tries.spend(account, FAILURES_PER_HOUR), check),
      )
      if (isRight) await tries.forget([pair, account])
      return isRight
    },

    /** Makes an account, so many times an hour for one address; failures from before it was made count no more. */
    async signUp<T>(ip: string, email: string, make: () => Promise<T | null>): Promise<T | null> {
      const key = `signup:${ip}`
      const made = await counted(key, tries.spend(key, signUpsPerHour), make)
      const { pair, account } = keysOf(ip, email)
      if (made !== null) await tries.forget([pair, account])
      return made
    },

    /** Begins a guest's session, so many times an hour for one address. */
    guest<T>(ip: string, begin: () => Promise<T>): Promise<T> {
      const key = `guest:${ip}`
      return counted(key, tries.spend(key, signUpsPerHour * GUESTS_PER_SIGN_UP), begin)
    },
  }
}

export type Throttle = ReturnType<typeof createThrottle>

const keysOf = (ip: string, email: string) => ({
  pair: `signin:${ip}:${email}`,
  account: `account:${email}`,
})
