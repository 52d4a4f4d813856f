import { LimitReached, createLimit } from '@shop/shared/async'
import { ShopError } from '@shop/shared/contracts'
import { DUMMY_HASH, hashPassword, verifyPassword } from './password-hash.ts'

const QUEUE = 32

/** Hashes one password a core at once: a flood of sign-ins waits or is told to come again. */
export function createPasswordHasher() {
  const limit = createLimit(navigator.hardwareConcurrency, QUEUE)

  async function limited<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await limit(work)
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error
      const headers = { 'retry-after': '5' }
      throw new ShopError('too-many-requests', 'Too many sign-ins just now', { headers })
    }
  }

  return {
    hash: (password: string) => limited(() => hashPassword(password)),
    /** Takes as long for an unknown user, whose hash is undefined. */
    verify: (password: string, hash = DUMMY_HASH) => limited(() => verifyPassword(password, hash)),
  }
}

export type PasswordHasher = ReturnType<typeof createPasswordHasher>
