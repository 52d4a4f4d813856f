import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { withoutSecrets } from '../settings/environment.ts'

export interface ExecResult {
  ok: boolean
  out: string
}

export interface ExecOptions {
  cwd?: string
  env?: Record<string, string>
  /** Called with each line of the standard error. */
  onLine?: (line: string) => void
}

const running = new Set<number>()
process.on('exit', () => running.forEach((pid) => killGroup(pid, 'SIGTERM')))

/** Runs a command in its own process group and collects its output. */
export function exec(command: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
  const [file = '', ...args] = command
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...withoutSecrets(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const { pid } = child
    if (pid !== undefined) running.add(pid)
    let out = ''
    const collect = (chunk: Buffer) => void (out += chunk.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    if (options.onLine !== undefined)
      createInterface({ input: child.stderr }).on('line', options.onLine)
    child.on('error', (error) => resolve({ ok: false, out: error.message }))
    child.on('close', (code) => {
      if (pid !== undefined) running.delete(pid)
      resolve({ ok: code === 0, out })
    })
  })
}

/** Sends a signal to a process group; a missing group is no error. */
export function killGroup(pid: number, signal: NodeJS.Signals): void {
  // Zero would be this process's own group.
  if (pid === 0) return
  try {
    process.kill(-pid, signal)
  } catch {
    // ESRCH: the group has no process left.
  }
}

/** The last lines of a command's output, for a message. */
export function lastLines(text: string, count = 5): string {
  return text.trim().split('\n').slice(-count).join('\n')
}
