import { spawn, type ChildProcess } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { baseEnvironment } from '../settings/environment.ts'
import { killGroup, lastLines } from '../system/exec.ts'
import { formatLogLine } from './log-line.ts'

/** A process that the supervisor keeps running. */
export interface ChildSpec {
  name: string
  command: readonly string[]
  cwd?: string
  env?: Record<string, string>
  ready: () => Promise<boolean>
  /** How long it may take to end after SIGTERM. */
  graceMs: number
  /** Which of its lines are shown in the terminal; the log file has all of them. */
  shows?: (line: string) => boolean
}

export interface Exit {
  how: string
  lifeMs: number
}

/** One run of a child. */
export interface Run {
  pid: number
  startedAt: number
  exited: Promise<Exit>
  over: boolean
}

/** Starts a child in its own process group; its output goes to the log file and to `print`. */
export function launch(spec: ChildSpec, logFile: string, print?: (line: string) => void): Run {
  const log = openSync(logFile, 'a', 0o600)
  const [file = '', ...args] = spec.command
  const output = print === undefined ? log : 'pipe'
  const child = spawn(file, args, {
    cwd: spec.cwd,
    env: { ...baseEnvironment(), ...spec.env },
    stdio: ['ignore', output, output],
    detached: true,
  })
  if (print !== undefined) copyLines(child, log, spec.shows ?? (() => true), print)
  const run: Run = { pid: child.pid ?? 0, startedAt: Date.now(), exited: ended(child), over: false }
  void run.exited.then(() => {
    run.over = true
    // The workers of a killed nginx would keep its port.
    killGroup(run.pid, 'SIGKILL')
  })
  child.on('close', () => closeSync(log))
  return run
}

/** Ends a run: SIGTERM to the group, SIGKILL after the grace period. */
export async function terminate(run: Run, graceMs: number): Promise<void> {
  killGroup(run.pid, 'SIGTERM')
  const timer = setTimeout(() => killGroup(run.pid, 'SIGKILL'), graceMs)
  await run.exited
  clearTimeout(timer)
}

/** Starts a new log file and keeps the previous one. */
export function rotateLog(logFile: string): void {
  mkdirSync(dirname(logFile), { recursive: true })
  if (existsSync(logFile)) renameSync(logFile, logFile.replace(/\.log$/, '.previous.log'))
}

/** The last lines of a log file, indented. */
export function logTail(logFile: string): string {
  if (!existsSync(logFile)) return ''
  return lastLines(readFileSync(logFile, 'utf8'), 12).replaceAll(/^/gm, '    ')
}

function copyLines(
  child: ChildProcess,
  log: number,
  shows: (line: string) => boolean,
  print: (line: string) => void,
): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue
    createInterface({ input: stream }).on('line', (line) => {
      writeSync(log, `${line}\n`)
      if (shows(line)) print(formatLogLine(line))
    })
  }
}

function ended(child: ChildProcess): Promise<Exit> {
  const start = performance.now()
  return new Promise((resolve) => {
    const done = (how: string) => resolve({ how, lifeMs: performance.now() - start })
    child.on('error', (error) => done(`could not be started: ${error.message}`))
    child.on('exit', (code, signal) =>
      done(signal === null ? `exited with code ${code}` : `was killed by ${signal}`),
    )
  })
}
