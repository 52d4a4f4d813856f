import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { killGroup } from './exec.ts'
import { root } from './paths.ts'

const TIMEOUT_MS = 30_000

export interface TestRun {
  code: number
  counts: Record<string, number>
}

/** Runs bun test with the stack's description and reads the counts that it prints. */
export function runTests(
  args: readonly string[],
  stackFile: string,
  interrupted?: AbortSignal,
): Promise<TestRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test', `--timeout=${TIMEOUT_MS}`, ...args], {
      cwd: root,
      env: {
        ...process.env,
        STACK_FILE: stackFile,
        ...(process.stderr.isTTY ? { FORCE_COLOR: '1' } : {}),
      },
      stdio: ['ignore', 'inherit', 'pipe'],
      detached: true,
    })
    const kill = () => killGroup(child.pid ?? 0, 'SIGKILL')
    process.on('exit', kill)
    interrupted?.addEventListener('abort', kill)
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk)
      text += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', kill)
      resolve({ code: code ?? 1, counts: countsIn(stripVTControlCharacters(text)) })
    })
  })
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
