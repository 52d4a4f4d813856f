import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../stack/settings/paths.ts'
import { killGroup } from '../stack/system/exec.ts'
import { readBunOutput, readPlaywrightOutput, type TestReport } from './test-output.ts'

const TIMEOUT_MS = 30_000

export interface TestRun extends TestReport {
  code: number
}

export interface TestOptions {
  args: readonly string[]
  stackFile: string
  interrupted?: AbortSignal
}

/** Runs `bun test` in the root. */
export function runTests({ args, ...options }: TestOptions): Promise<TestRun> {
  const command = ['test', `--timeout=${TIMEOUT_MS}`, ...args]
  return run(command, { ...options, cwd: root, read: readBunOutput })
}

/** Runs the storefront's component tests, which need a DOM. */
export function runComponentTests({ args, ...options }: TestOptions): Promise<TestRun> {
  return run(['test', ...args], { ...options, cwd: join(root, 'storefront'), read: readBunOutput })
}

/** Runs the browser tests. */
export function runBrowserTests({ args, ...options }: TestOptions): Promise<TestRun> {
  const command = ['run', '--bun', 'playwright', 'test', ...args]
  return run(command, { ...options, cwd: join(root, 'e2e'), read: readPlaywrightOutput })
}

interface RunOptions extends Omit<TestOptions, 'args'> {
  cwd: string
  read: (output: string) => TestReport
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
      resolve({ code: code ?? 1, ...read(stripVTControlCharacters(text)) })
    })
  })
}
