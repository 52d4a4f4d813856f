import { join } from 'node:path'
import { killGroup } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import { prefixed, say, warn } from '../system/terminal.ts'
import { until } from '../system/until.ts'
import { launch, logTail, rotateLog, terminate, type ChildSpec, type Run } from './child.ts'
import { backOff, keptChild, type KeptChild } from './kept-child.ts'

const FIRST_READY_LIMIT_MS = 60_000
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

/** Keeps children running: starts them, starts those that crash again, stops them in order. */
export class Supervisor {
  /** Called with all children after one was launched. */
  onLaunch: (children: ChildState[]) => void = () => {}
  /** Called with all children when one is ready. */
  onReady: (children: ChildState[]) => void = () => {}
  /** Called when a child has ended that should run. */
  onEnd: (name: string, how: string) => void = () => {}
  readonly #options: SupervisorOptions
  readonly #entries = new Map<string, KeptChild>()
  #stopping = false

  constructor(options: SupervisorOptions) {
    this.#options = options
  }

  /** Settles when the child is ready; if it ends before, gives it up, or when patient tries on. */
  async start(spec: ChildSpec, isPatient = false): Promise<void> {
    if (this.#stopping) return never()
    rotateLog(this.logOf(spec.name))
    const entry = keptChild(spec, this.#launch(spec))
    this.#entries.set(spec.name, entry)
    this.onLaunch(this.children())
    const ready = await this.#reachReady(entry, FIRST_READY_LIMIT_MS)
    if (this.#stopping) return never()
    if (!ready && !isPatient) throw await this.#giveUp(entry)
    if (!ready) warn(`${spec.name} did not start; see ${this.logOf(spec.name)}`)
    entry.finished = this.#keep(entry)
  }

  /** Ends a child and starts it again at once. */
  async replace(name: string, graceMs = REPLACE_GRACE_MS): Promise<void> {
    const entry = this.#entries.get(name)
    if (entry === undefined) return
    entry.replacing = true
    entry.wake()
    if (!entry.run.over) await terminate(entry.run, graceMs)
  }

  /** Stops children in the order given, those of one group together, then all others. */
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

  async #reachReady(entry: KeptChild, withinMs: number): Promise<boolean> {
    const { run, spec } = entry
    await until(() => run.over || spec.ready(), { withinMs })
    if (run.over || !(await spec.ready())) return false
    entry.readyAfterMs = Date.now() - run.startedAt
    this.onReady(this.children())
    return true
  }

  async #giveUp(entry: KeptChild): Promise<StackFailure> {
    const { name } = entry.spec
    const how = entry.run.over ? (await entry.run.exited).how : 'is not ready after 60 s'
    await this.#stopOne(name)
    return new StackFailure(`${name} ${how}; its log ends:\n${logTail(this.logOf(name))}`)
  }

  async #keep(entry: KeptChild): Promise<void> {
    for (;;) {
      const exit = await entry.run.exited
      if (entry.wanted && !entry.replacing) {
        this.onEnd(entry.spec.name, exit.how)
        await backOff(entry, exit)
      }
      if (!entry.wanted) return
      entry.replacing = false
      entry.readyAfterMs = 0
      entry.run = this.#launch(entry.spec)
      this.onLaunch(this.children())
      void this.#reachReady(entry, Infinity).then((ready) => {
        if (ready) say(`${entry.spec.name} is back (pid ${entry.run.pid})`)
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

/** What a start during a stop waits for: the process is about to end. */
const never = () => new Promise<never>(() => {})
