import { join } from 'node:path'
import { cacheFolder } from '../settings/paths.ts'
import { messageOf, StackFailure } from '../system/failure.ts'
import { takeLock } from '../system/file-lock.ts'
import { info, withProgress } from '../system/terminal.ts'
import { until } from '../system/until.ts'
import { aptInstall } from './apt.ts'
import { removeStaleDownloads, fillCache } from './fill-cache.ts'
import { find, type Found } from './find.ts'
import { dropGoCaches } from './go-install.ts'
import type { Method } from './tool.ts'
import { toolOf, type ToolName } from './versions.ts'

const WAIT_FOR_OTHER_MS = 20 * 60_000

/** Paths of the given tools; provisions what is missing, one runner at a time. */
export async function provide<Name extends ToolName>(
  names: readonly Name[],
): Promise<Record<Name, string>> {
  let found = await findAll(names)
  if (found.some(({ tool }) => tool === undefined)) {
    const release = await lockCache()
    try {
      found = await findAll(names)
      for (const entry of found) entry.tool ??= await provision(entry.name)
    } finally {
      dropGoCaches()
      release()
    }
  }
  return Object.fromEntries(found.map(({ name, tool }) => [name, tool?.path])) as Record<
    Name,
    string
  >
}

function findAll<Name extends ToolName>(names: readonly Name[]) {
  return Promise.all(names.map(async (name) => ({ name, tool: await find(name) })))
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

async function provision(name: ToolName): Promise<Found> {
  const tool = toolOf(name)
  const failures: string[] = []
  for (const method of tool.methods) {
    const title = `${name}: ${describe(method)}`
    try {
      return await withProgress(title, () => provisionBy(name, method))
    } catch (error) {
      failures.push(`  ${describe(method)}: ${messageOf(error)}`)
      info(`${title}: failed (${messageOf(error)})`)
    }
  }
  throw new StackFailure(
    `${name} is not here and could not be got:\n${failures.join('\n')}\n${tool.advice}`,
  )
}

function describe(method: Method): string {
  switch (method.kind) {
    case 'archive':
      return `release archive ${method.version}`
    case 'wheel':
      return `wheel ${method.requirement}`
    case 'go':
      return `go install ${method.module}`
    case 'apt':
      return `apt-get install ${method.packages.join(' ')}`
    default:
      return method satisfies never
  }
}

async function provisionBy(name: ToolName, method: Method): Promise<Found> {
  if (method.kind === 'apt') await aptInstall(method.packages)
  else await fillCache(name, method, goCommand)
  const found = await find(name)
  if (found === undefined)
    throw new StackFailure('the installed binary does not run on this machine')
  return found
}

async function goCommand(): Promise<string> {
  const go = (await find('go')) ?? (await provision('go'))
  return go.path
}
