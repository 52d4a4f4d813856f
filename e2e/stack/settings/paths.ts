import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

/** The folder that holds one shop's data, keys and logs. */
export function dataFolder(): string {
  return resolve(root, process.env.STACK_DATA || '.data')
}

/** The user's cache of provisioned servers. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'shop-stack')
}
