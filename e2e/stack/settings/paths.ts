import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

/** The folder with the data, keys and logs of one shop. */
export function dataFolder(): string {
  return resolve(root, process.env.STACK_DATA || '.data')
}

/** The user's cache of provisioned servers. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'shop-stack')
}
