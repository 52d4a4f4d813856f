import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { StackFailure } from '../system/failure.ts'
import { takeLock } from '../system/file-lock.ts'

/** Locks a data folder for this runner; returns the function that unlocks it. */
export function lockData(data: string): () => void {
  const lock = takeLock(join(data, 'lock'))
  if (lock.held) return lock.release
  throw new StackFailure(
    `the runner with pid ${lock.holder} uses ${data}; stop it, or set another folder and ports: STACK_DATA=<folder> STACK_PORTS=random`,
  )
}

/** Deletes all data except the lock and the certificate authority, which the user may already trust. */
export function wipeData(data: string): void {
  for (const entry of readdirSync(data))
    if (entry !== 'lock' && entry !== 'ca')
      rmSync(join(data, entry), { recursive: true, force: true })
}
