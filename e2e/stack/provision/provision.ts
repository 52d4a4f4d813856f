import { join } from 'node:path'
import { cacheFolder } from '../settings/paths.ts'
import { messageOf, StackFailure } from '../system/failure.ts'
import { takeLock } from '../system/file-lock.ts'
import { info, warn } from '../system/terminal.ts'
import { until } from '../system/until.ts'
import { removeStaleDownloads } from './fill-cache.ts'
import { find, type Found } from './find.ts'
import { dropGoCaches } from './go-install.ts'
import { install } from './install.ts'
import type { ToolName } from './versions.ts'

const WAIT_FOR_OTHER_MS = 20 * 60_000

type Paths = Map<ToolName, Promise<string>>

/** Paths of the given tools; installs what is missing, one runner at a time. */
export async function provide<Name extends ToolName>(
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const pathOf = provideEach(names)
  const entries = await Promise.all(names.map(async (name) => [name, await pathOf(name)]))
  return Object.fromEntries(entries) as Record<Name, string>
}

/** Installs what is missing, the first names first; the returned function waits for one tool and returns its path. */
export function provideEach(names: readonly ToolName[]): (name: ToolName) => Promise<string> {
  const begun = begin(names)
  return async (name) => {
    const path = (await begun).get(name)
    if (path === undefined) throw new Error(`${name} is not among ${names.join(', ')}`)
    return path
  }
}

async function begin(names: readonly ToolName[]): Promise<Paths> {
  const present = await findAll(names)
  if (present.every((tool) => tool !== undefined)) return pathsOf(names, present)
  const release = await lockCache()
  const paths = pathsOf(names, await findAll(names))
  void Promise.allSettled(paths.values())
    .then(dropGoCaches)
    .catch((error: unknown) => warn(`${cacheFolder()} keeps Go's files: ${messageOf(error)}`))
    .finally(release)
  return paths
}

/** What is compiled waits until all earlier tools are there. */
function pathsOf(names: readonly ToolName[], found: readonly (Found | undefined)[]): Paths {
  const paths: Paths = new Map()
  let foundGo: Promise<Found> | undefined
  const go = () => (foundGo ??= find('go').then((tool) => tool ?? installOne('go')))
  const installOne = (name: ToolName): Promise<Found> =>
    install(name, { go, turn: Promise.allSettled(paths.values()) })
  for (const [index, name] of names.entries()) {
    const tool = found[index]
    const path = tool === undefined ? installOne(name).then((got) => got.path) : tool.path
    paths.set(name, Promise.resolve(path))
  }
  return paths
}

function findAll(names: readonly ToolName[]) {
  return Promise.all(names.map(find))
}

async function lockCache(): Promise<() => void> {
  const path = join(cacheFolder(), 'lock')
  let lock = takeLock(path)
  if (!lock.held) info(`waiting for runner ${lock.holder}, which is installing tools`)
  await until(() => lock.held || (lock = takeLock(path)).held, {
    withinMs: WAIT_FOR_OTHER_MS,
    everyMs: 500,
  })
  if (!lock.held) throw new StackFailure(`runner ${lock.holder} still holds ${path}`)
  removeStaleDownloads()
  return lock.release
}
