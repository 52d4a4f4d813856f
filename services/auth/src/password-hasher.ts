import { DUMMY_HASH, hashPassword, verifyPassword } from './password-hash.ts'
import { createPasswordQueue, type Client } from './password-queue.ts'

const PER_ADDRESS = 2

/** Hashes one password per core at a time; throws `too-many-requests` when the queue is full. `scale` multiplies the limit per address. */
export function createPasswordHasher(scale: number) {
  const queued = createPasswordQueue(navigator.hardwareConcurrency, PER_ADDRESS * scale)
  return {
    hash: (client: Client, password: string) => queued(client, () => hashPassword(password)),
    /** Takes as long for an unknown user, whose hash is undefined. */
    verify: (client: Client, password: string, hash = DUMMY_HASH) =>
      queued(client, () => verifyPassword(password, hash)),
  }
}
