import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provide } from '../../stack/provision/provision.ts'
import { STORE_TOOLS } from '../../stack/settings/object-stores.ts'
import { dataFolder, root } from '../../stack/settings/paths.ts'
import { choosePorts } from '../../stack/settings/ports.ts'
import { stackFilePath } from '../../stack/stack-file.ts'
import { Stack } from '../../stack/stack.ts'
import { isLocked } from '../../stack/system/file-lock.ts'
import { onShutdown } from '../../stack/system/signals.ts'
import { info } from '../../stack/system/terminal.ts'
import { reportCoverage } from '../coverage.ts'
import { SERVER_FLAGS, readServers, type Servers } from '../server-flags.ts'
import { summarize } from '../test-output.ts'
import {
  runBrowserTests,
  runComponentTests,
  runTests,
  type TestOptions,
  type TestRun,
} from '../test-run.ts'

const ALL = ['shared/', 'services/', 'storefront/', 'k8s/', 'e2e/']
/** Tests of the whole shop. All others have databases, subjects or servers of their own, and do not disturb each other. */
const OF_THE_SHOP = ['e2e/tests/', 'e2e/tools/', 'e2e/faults/']
const AFTER_RESTART = 'e2e/tests/after-restart'
/** One global for all files of a worker: they import the same libraries. */
const IN_PARALLEL = ['--parallel=3', '--no-isolate']

/** Runs the named tests against the running stack, or all tests on a stack of their own. */
export async function test(args: readonly string[]): Promise<number> {
  const { names, servers } = readArguments(args)
  const data = dataFolder()
  if (names.length === 0 || !existsSync(stackFilePath(data)) || !isLocked(join(data, 'lock')))
    return testOnOwnStack(names, servers)
  info(`using the running stack of ${data}`)
  return (await runTests({ args: names, stackFile: stackFilePath(data) })).code
}

/** `--bus <broker>` and `--s3 <server>` may stand anywhere. */
function readArguments(args: readonly string[]): { names: string[]; servers: Servers } {
  const names = [...args]
  const take = (flag: 'bus' | 's3') => {
    const at = names.indexOf(`--${flag}`)
    return at === -1 ? SERVER_FLAGS[flag].default : (names.splice(at, 2)[1] ?? '')
  }
  const servers = readServers({ bus: take('bus'), s3: take('s3'), ha: false })
  return { servers, names: names.map(toPath) }
}

/** The name of a service means its tests; anything else is passed to `bun test`. */
function toPath(name: string): string {
  return existsSync(join(root, 'services', name)) ? `services/${name}/` : name
}

/** Starts the stack, runs the works in turn, and stops it. */
type OnStack = (
  ...works: ((options: Omit<TestOptions, 'args'>) => Promise<TestRun>)[]
) => Promise<void>

async function testOnOwnStack(names: readonly string[], servers: Servers): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'shop-test-'))
  const ports = choosePorts('random')
  let stack: Stack | undefined
  const runs: TestRun[] = []
  const interrupted = new AbortController()
  const onStack: OnStack = async (...works) => {
    stack = new Stack({ mode: 'test', data, ports, env: {}, ...servers })
    await stack.start()
    const options = { stackFile: stackFilePath(data), interrupted: interrupted.signal }
    for (const work of works) runs.push(await work(options))
    await stack.stop()
  }
  process.on('exit', () => rmSync(data, { recursive: true, force: true }))
  onShutdown(
    () => {
      interrupted.abort()
      void Promise.resolve(stack?.stop()).finally(() => process.exit(130))
    },
    () => {
      stack?.supervisor.killAll()
      process.exit(130)
    },
  )
  let uncovered: string[] = []
  try {
    // The tests of both object stores need both.
    const tools = ['curl', 'jq', 'chromium', 'certutil', 'promtool'] as const
    await provide([...tools, ...Object.values(STORE_TOOLS)])
    if (names.length > 0) await onStack((options) => runTests({ ...options, args: names }))
    else uncovered = await testAll(onStack, data)
  } catch (error) {
    await stack?.stop()
    keepLogs(data)
    throw error
  }
  if (runs.some(isRed) && !interrupted.signal.aborted) keepLogs(data)
  return conclude(runs, uncovered)
}

const isRed = ({ code }: TestRun) => code !== 0

/** Prints the totals and gives the exit code. */
function conclude(runs: readonly TestRun[], uncovered: readonly string[]): number {
  if (runs.length > 1) process.stdout.write(`${summarize(runs)}\n`)
  for (const area of uncovered) info(`the coverage of ${area} is below its floor`)
  return runs.find(isRed)?.code ?? (uncovered.length > 0 ? 1 : 0)
}

/** Runs all tests, restarts the stack, and runs those that inspect what is left; returns the areas whose coverage is too low. */
async function testAll(onStack: OnStack, data: string): Promise<string[]> {
  const without = (...paths: string[]) => paths.map((each) => `--path-ignore-patterns=${each}`)
  const others = [...OF_THE_SHOP.map((folder) => `${folder}**`), 'storefront/**/*.test.tsx']
  const apart = [...ALL, ...IN_PARALLEL, ...without(...others)]
  const together = [...OF_THE_SHOP, ...without(`${AFTER_RESTART}/**`)]
  const covered = (name: string) => [
    '--coverage',
    '--coverage-reporter=lcov',
    `--coverage-dir=${join(data, name)}`,
  ]
  await onStack(
    (options) => runTests({ ...options, args: [...apart, ...covered('coverage')] }),
    (options) => runTests({ ...options, args: [...together, ...covered('shop-coverage')] }),
    (options) => runComponentTests({ ...options, args: covered('component-coverage') }),
    (options) => runBrowserTests({ ...options, args: [] }),
  )
  info('restarting the whole stack on the same data')
  await onStack((options) => runTests({ ...options, args: [`./${AFTER_RESTART}`] }))
  return reportCoverage([
    { lcov: join(data, 'coverage/lcov.info'), cwd: root },
    { lcov: join(data, 'shop-coverage/lcov.info'), cwd: root },
    { lcov: join(data, 'component-coverage/lcov.info'), cwd: join(root, 'storefront') },
  ])
}

function keepLogs(data: string): void {
  if (!existsSync(join(data, 'logs'))) return
  const kept = mkdtempSync(join(tmpdir(), 'shop-test-logs-'))
  renameSync(join(data, 'logs'), kept)
  info(`the stack's logs are in ${kept}`)
}
