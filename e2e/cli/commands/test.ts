import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provide } from '../../stack/provision/provision.ts'
import { dataFolder, root } from '../../stack/settings/paths.ts'
import { choosePorts } from '../../stack/settings/ports.ts'
import { stackFilePath } from '../../stack/stack-file.ts'
import { Stack } from '../../stack/stack.ts'
import { isLocked } from '../../stack/system/file-lock.ts'
import { onEnd } from '../../stack/system/signals.ts'
import { say } from '../../stack/system/terminal.ts'
import {
  runBrowserTests,
  runPartTests,
  runTests,
  summarize,
  type TestOptions,
  type TestRun,
} from '../test-run.ts'

const ALL = ['shared/', 'services/', 'storefront/', 'e2e/', 'k8s/']
const AFTER_RESTART = 'e2e/tests/after-restart'

/** Runs tests: those named against the stack that runs, all of them on a stack of their own. */
export async function test(args: readonly string[]): Promise<number> {
  const names = args.map(toPath)
  const data = dataFolder()
  if (names.length === 0 || !existsSync(stackFilePath(data)) || !isLocked(join(data, 'lock')))
    return testOnOwnStack(names)
  say(`using the running stack of ${data}`)
  return (await runTests({ args: names, stackFile: stackFilePath(data) })).code
}

/** A service stands for its tests; anything else is passed on to bun test. */
function toPath(name: string): string {
  return existsSync(join(root, 'services', name)) ? `services/${name}/` : name
}

/** Starts the stack, does the works one after the other, and stops it. */
type OnStack = (
  ...works: ((options: Omit<TestOptions, 'args'>) => Promise<TestRun>)[]
) => Promise<void>

async function testOnOwnStack(names: readonly string[]): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'shop-test-'))
  const ports = choosePorts('random')
  let stack: Stack | undefined
  const runs: TestRun[] = []
  const interrupted = new AbortController()
  const onStack: OnStack = async (...works) => {
    stack = new Stack({ mode: 'test', data, ports, env: {} })
    await stack.start()
    const options = { stackFile: stackFilePath(data), interrupted: interrupted.signal }
    for (const work of works) runs.push(await work(options))
    await stack.stop()
  }
  process.on('exit', () => rmSync(data, { recursive: true, force: true }))
  onEnd(
    () => {
      interrupted.abort()
      void Promise.resolve(stack?.stop()).finally(() => process.exit(130))
    },
    () => {
      stack?.supervisor.killAll()
      process.exit(130)
    },
  )
  try {
    await provide(['curl', 'jq', 'chromium', 'certutil'])
    if (names.length > 0) await onStack((options) => runTests({ ...options, args: names }))
    else await testAll(onStack)
  } catch (error) {
    await stack?.stop()
    keepLogs(data)
    throw error
  }
  if (runs.some(({ code }) => code !== 0) && !interrupted.signal.aborted) keepLogs(data)
  if (runs.length > 1) process.stdout.write(`${summarize(runs)}\n`)
  return runs.find(({ code }) => code !== 0)?.code ?? 0
}

/** All tests, then those that look at what the first ones left, after a restart of everything. */
async function testAll(onStack: OnStack): Promise<void> {
  const later = [`${AFTER_RESTART}/**`, 'storefront/**/*.test.tsx']
  const first = [...ALL, ...later.map((paths) => `--path-ignore-patterns=${paths}`)]
  await onStack(
    (options) => runTests({ ...options, args: first }),
    (options) => runPartTests({ ...options, args: [] }),
    (options) => runBrowserTests({ ...options, args: [] }),
  )
  say('starting the whole stack again on the same data')
  await onStack((options) => runTests({ ...options, args: [`./${AFTER_RESTART}`] }))
}

function keepLogs(data: string): void {
  if (!existsSync(join(data, 'logs'))) return
  const kept = mkdtempSync(join(tmpdir(), 'shop-test-logs-'))
  renameSync(join(data, 'logs'), kept)
  say(`the logs of the stack are kept in ${kept}`)
}
