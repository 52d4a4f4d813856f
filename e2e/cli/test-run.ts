import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../stack/settings/paths.ts'
import { killGroup } from '../stack/system/exec.ts'

const TIMEOUT_MS = 30_000

export interface TestRun {
  code: number
  counts: Record<string, number>
}

/** What a run of tests is told. */
export interface TestOptions {
  args: readonly string[]
  stackFile: string
  interrupted?: AbortSignal
}

/** Runs bun test with the stack's description and reads the counts that it prints. */
export function runTests({ args, ...options }: TestOptions): Promise<TestRun> {
  const command = ['test', `--timeout=${TIMEOUT_MS}`, ...args]
  return run(command, { ...options, cwd: root, read: countsIn })
}

/** Runs the tests of what pages are made of, with a DOM around them. */
export function runPartTests({ args, ...options }: TestOptions): Promise<TestRun> {
  return run(['test', ...args], { ...options, cwd: join(root, 'storefront'), read: countsIn })
}

/** Runs the tests in the browser. */
export function runBrowserTests({ args, ...options }: TestOptions): Promise<TestRun> {
  const command = ['run', '--bun', 'playwright', 'test', ...args]
  return run(command, { ...options, cwd: join(root, 'e2e'), read: browserCountsIn })
}

interface RunOptions extends Omit<TestOptions, 'args'> {
  cwd: string
  read: (output: string) => Record<string, number>
}

function run(args: string[], { cwd, stackFile, interrupted, read }: RunOptions): Promise<TestRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: {
        ...process.env,
        STACK_FILE: stackFile,
        ...(process.stderr.isTTY ? { FORCE_COLOR: '1' } : {}),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const kill = () => killGroup(child.pid ?? 0, 'SIGKILL')
    process.on('exit', kill)
    interrupted?.addEventListener('abort', kill)
    let text = ''
    const passOn = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      to.write(chunk)
      text += chunk.toString()
    }
    child.stdout.on('data', passOn(process.stdout))
    child.stderr.on('data', passOn(process.stderr))
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', kill)
      resolve({ code: code ?? 1, counts: read(stripVTControlCharacters(text)) })
    })
  })
}

/** The counts in Playwright's last lines. */
export function browserCountsIn(output: string): Record<string, number> {
  const words: Record<string, string> = { passed: 'pass', failed: 'fail', skipped: 'skip' }
  const counts = [...output.matchAll(/^ *(\d+) (passed|failed|skipped)/gm)].map(
    ([, count, what = '']) => [words[what] ?? what, Number(count)] as const,
  )
  return Object.fromEntries(counts)
}

/** The counts in bun test's last lines: pass, fail, skip, todo and files. */
export function countsIn(output: string): Record<string, number> {
  const counts = [...output.matchAll(/^ *(\d+) (pass|fail|skip|todo)$/gm)].map(
    ([, count, what = '']) => [what, Number(count)] as const,
  )
  const files = /^Ran \d+ tests? across (\d+) files?/m.exec(output)?.[1]
  return { ...Object.fromEntries(counts), files: Number(files ?? 0) }
}

/** One line for all runs together. */
export function summarize(runs: readonly TestRun[]): string {
  const sum = (what: string) => runs.reduce((total, { counts }) => total + (counts[what] ?? 0), 0)
  const skipped = sum('skip') + sum('todo')
  return `tests: ${sum('pass')} passed, ${sum('fail')} failed, ${skipped} skipped`
}
