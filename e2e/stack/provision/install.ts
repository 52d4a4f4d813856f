import { messageOf, StackFailure } from '../system/failure.ts'
import { withProgress } from '../system/progress.ts'
import { info } from '../system/terminal.ts'
import { aptInstall } from './apt.ts'
import { fillCache, type Compiling } from './fill-cache.ts'
import { find, type Found } from './find.ts'
import type { Method } from './tool.ts'
import { toolOf, type ToolName } from './versions.ts'

/** Installs a tool by the first of its methods that works. */
export async function install(name: ToolName, compiling: Compiling): Promise<Found> {
  const tool = toolOf(name)
  const failures: string[] = []
  for (const method of tool.methods) {
    const title = `${name}: ${describe(method)}`
    try {
      return await withProgress(title, (report) =>
        installBy(name, method, { ...compiling, report }),
      )
    } catch (error) {
      failures.push(`  ${describe(method)}: ${messageOf(error)}`)
      info(`${title}: failed (${messageOf(error)})`)
    }
  }
  throw new StackFailure(
    `${name} is not here and could not be got:\n${failures.join('\n')}\n${tool.advice}`,
  )
}

/** Describes a method and what it costs. */
export function describe(method: Method): string {
  switch (method.kind) {
    case 'archive':
      return `release ${method.version}`
    case 'wheel':
      return `wheel ${method.requirement}`
    case 'go':
      return `building ${method.module}, about ${method.takes} on two cores`
    case 'npm':
      return `packages of ${method.lock} ${method.version} from npm`
    case 'apt':
      return `apt-get install ${method.packages.join(' ')}`
    default:
      return method satisfies never
  }
}

async function installBy(
  name: ToolName,
  method: Method,
  compiling: Compiling & { report: (state: string) => void },
): Promise<Found> {
  if (method.kind === 'apt') await aptInstall(method.packages)
  else await fillCache(name, method, compiling)
  const found = await find(name)
  if (found === undefined)
    throw new StackFailure('the installed binary does not run on this machine')
  return found
}
