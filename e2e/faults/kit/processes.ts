import { eventually } from '@shop/shared/testing'
import type { ChildState, Supervisor } from '../../stack/supervisor/supervisor.ts'

const BACK_WITHIN_MS = 60_000
const RESTART_GRACE_MS = 30_000

/** The processes of a trial by name, to be killed, paused and restarted by pid. */
export class Processes {
  readonly #supervisor: Supervisor
  readonly #crashes: string[] = []
  #kills = 0

  constructor(supervisor: Supervisor) {
    this.#supervisor = supervisor
    supervisor.onShutdown = (name, how) => {
      if (!how.includes('SIGKILL')) this.#crashes.push(`${name} ${how}`)
    }
  }

  pidOf(name: string): number {
    return this.#find(name).pid
  }

  /** Kills a process as a power cut would, and gives its pid; the runner starts it again. */
  kill(name: string): number {
    const { pid } = this.#find(name)
    process.kill(pid, 'SIGKILL')
    this.#kills += 1
    return pid
  }

  /** Stops a process without ending it, until it is resumed. */
  pause(name: string): () => void {
    const { pid } = this.#find(name)
    process.kill(pid, 'SIGSTOP')
    return () => process.kill(pid, 'SIGCONT')
  }

  /** Ends a process as an update would, and starts it again; settles when it is ready. */
  async restart(name: string): Promise<void> {
    const before = this.#find(name).pid
    await this.#supervisor.replace(name, RESTART_GRACE_MS)
    await eventually(() => {
      const { pid, readyAfterMs } = this.#find(name)
      if (pid === before || readyAfterMs === 0) throw new Error(`${name} is away`)
    }, BACK_WITHIN_MS)
  }

  /** Settles when everything that runs is ready, and in place of a killed process another one. */
  async areReady(killed?: number): Promise<void> {
    await eventually(() => {
      const away = this.#supervisor
        .children()
        .filter(({ pid, readyAfterMs }) => readyAfterMs === 0 || pid === killed)
      if (away.length > 0) throw new Error(`away: ${away.map(({ name }) => name).join(', ')}`)
    }, BACK_WITHIN_MS)
  }

  /** How often a process was killed by name. */
  get kills(): number {
    return this.#kills
  }

  /** Processes that ended by themselves, and how: nobody killed them. */
  get crashes(): readonly string[] {
    return this.#crashes
  }

  #find(name: string): ChildState {
    const child = this.#supervisor.children().find((each) => each.name === name)
    if (child === undefined || child.pid === 0) throw new Error(`${name} is not running`)
    return child
  }
}
