import { join } from 'node:path'
import { killGroup } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import { prefixed, info, warn } from '../system/terminal.ts'
import { until } from '../system/until.ts'
import { launch, logTail, rotateLog, terminate, type ChildSpec, type Run } from './child.ts'
import { backOff, startRestartingChild, type RestartingChild } from './restarting-child.ts'

/** A broker that recovers thousands of channels on a busy machine takes a while. */
const FIRST_READY_LIMIT_MS = 180_000
const REPLACE_GRACE_MS = 5000

export interface ChildState {
  name: string
  pid: number
  startedAt: number
  /** 0 until it is ready. */
  readyAfterMs: number
}

export interface SupervisorOptions {
  logs: string
  /** Shows the children's lines in the terminal. */
  echo: boolean
}

/** Keeps processes running: starts them, restarts those that crash, stops them in order. */
export class Supervisor {
  /** Called with all children after one was started. */
  onLaunch: (children: ChildState[]) => void = () => {}
  /** Called with all children when one is ready. */
  onReady: (children: ChildState[]) => void = () => {}
  /** Called when a child exited that should run. */
  onShutdown: (name: string, how: string) => void = () => {}
  readonly #options: SupervisorOptions
  readonly #entries = new Map<string, RestartingChild>()
  #stopping = false

  constructor(options: SupervisorOptions) {
    this.#options = options
  }

  /** Resolves when the child is ready; if it exits before, throws, or keeps trying when `patient`. */
  async start(spec: ChildSpec, isPatient = false): Promise<void> {
    if (this.#stopping) return never()
    rotateLog(this.logOf(spec.name))
    const entry = startRestartingChild(spec, this.#launch(spec))
    this.#entries.set(spec.name, entry)
    this.onLaunch(this.children())
    const ready = await this.#reachReady(entry, FIRST_READY_LIMIT_MS)
    if (this.#stopping) return never()
    if (!ready && !isPatient) throw await this.#giveUp(entry)
    if (!ready) warn(`${spec.name} did not start; see ${this.logOf(spec.name)}`)
    entry.finished = this.#keep(entry)
  }

  /** Restarts a child at once, if need be with other settings. */
  async replace(name: string, graceMs = REPLACE_GRACE_MS, spec?: ChildSpec): Promise<void> {
    const entry = this.#entries.get(name)
    if (entry === undefined) return
    if (spec !== undefined) entry.spec = spec
    entry.replacing = true
    entry.wake()
    if (!entry.run.over) await terminate(entry.run, graceMs)
  }

  /** Stops children in the given order, those of one group together, then all others. */
  async stop(order: readonly (readonly string[])[]): Promise<void> {
    this.#stopping = true
    const rest = [...this.#entries.keys()].filter((name) => !order.flat().includes(name))
    for (const group of [...order, rest])
      await Promise.all(group.map((name) => this.#stopOne(name)))
  }

  /** Kills everything at once. */
  killAll(): void {
    this.#stopping = true
    for (const { run } of this.#entries.values()) killGroup(run.pid, 'SIGKILL')
  }

  children(): ChildState[] {
    return [...this.#entries.values()].map(({ spec, run, readyAfterMs }) => ({
      name: spec.name,
      pid: run.pid,
      startedAt: run.startedAt,
      readyAfterMs,
    }))
  }

  logOf(name: string): string {
    return join(this.#options.logs, `${name}.log`)
  }

  #launch(spec: ChildSpec): Run {
    return launch(spec, this.logOf(spec.name), this.#options.echo ? prefixed(spec.name) : undefined)
  }

  async #reachReady(entry: RestartingChild, withinMs: number): Promise<boolean> {
    const { run, spec } = entry
    // Asked once: a broker that recovers its channels may respond and then be silent for seconds.
    const isReady = await until(() => run.over || spec.ready(), { withinMs })
    if (run.over || !isReady) return false
    entry.readyAfterMs = Date.now() - run.startedAt
    this.onReady(this.children())
    return true
  }

  async #giveUp(entry: RestartingChild): Promise<StackFailure> {
    const { name } = entry.spec
    const how = entry.run.over
      ? (await entry.run.exited).how
      : `is not ready after ${FIRST_READY_LIMIT_MS / 1000} s`
    await this.#stopOne(name)
    return new StackFailure(`${name} ${how}; its log ends:\n${logTail(this.logOf(name))}`)
  }

  async #keep(entry: RestartingChild): Promise<void> {
    for (;;) {
      const exit = await entry.run.exited
      if (entry.wanted && !entry.replacing) {
        this.onShutdown(entry.spec.name, exit.how)
        await backOff(entry, exit)
      }
      if (!entry.wanted) return
      entry.replacing = false
      entry.readyAfterMs = 0
      entry.run = this.#launch(entry.spec)
      this.onLaunch(this.children())
      void this.#reachReady(entry, Infinity).then((ready) => {
        if (ready) info(`${entry.spec.name} is back (pid ${entry.run.pid})`)
      })
    }
  }

  async #stopOne(name: string): Promise<void> {
    const entry = this.#entries.get(name)
    if (entry === undefined) return
    entry.wanted = false
    entry.wake()
    if (!entry.run.over) await terminate(entry.run, entry.spec.graceMs)
    await entry.finished
    this.#entries.delete(name)
  }
}

/** A start during a stop waits for ever: the process is about to exit. */
const never = () => new Promise<never>(() => {})
