import { DUMMY_HASH, hashPassword, verifyPassword } from './password-hash.ts'
import { createPasswordQueue, type Client } from './password-queue.ts'

const PER_ADDRESS = 2

/** Hashes one password a core at once; throws `too-many-requests` for what a flood leaves no room for. `scale` multiplies the places of an address. */
export function createPasswordHasher(scale: number) {
  const queued = createPasswordQueue(navigator.hardwareConcurrency, PER_ADDRESS * scale)
  return {
    hash: (client: Client, password: string) => queued(client, () => hashPassword(password)),
    /** Takes as long for an unknown user, whose hash is undefined. */
    verify: (client: Client, password: string, hash = DUMMY_HASH) =>
      queued(client, () => verifyPassword(password, hash)),
  }
}

export type PasswordHasher = ReturnType<typeof createPasswordHasher>
