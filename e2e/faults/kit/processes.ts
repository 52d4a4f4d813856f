import { eventually } from '@shop/shared/testing'
import type { ChildState, Supervisor } from '../../stack/supervisor/supervisor.ts'
import type { Interruptions } from './interruptions.ts'

const BACK_WITHIN_MS = 60_000
const RESTART_GRACE_MS = 30_000

/** Kills, pauses and restarts the processes of a trial by name. */
export class Processes {
  readonly #supervisor: Supervisor
  readonly #interruptions: Interruptions
  readonly #crashes: string[] = []
  #kills = 0

  constructor(supervisor: Supervisor, interruptions: Interruptions) {
    this.#supervisor = supervisor
    this.#interruptions = interruptions
    supervisor.onShutdown = (name, how) => {
      // Also one that a failpoint has killed.
      interruptions.of(name)()
      if (!how.includes('SIGKILL')) this.#crashes.push(`${name} ${how}`)
    }
  }

  pidOf(name: string): number {
    return this.#find(name).pid
  }

  /** Sends SIGKILL and returns the pid; the supervisor restarts the process. */
  kill(name: string): number {
    const { pid } = this.#find(name)
    process.kill(pid, 'SIGKILL')
    this.#kills += 1
    return pid
  }

  /** Stops a process; returns the function that resumes it. */
  pause(name: string): () => void {
    const { pid } = this.#find(name)
    process.kill(pid, 'SIGSTOP')
    const end = this.#interruptions.of(name)
    return () => {
      process.kill(pid, 'SIGCONT')
      end()
    }
  }

  /** Restarts a process gracefully; resolves when it is ready. */
  async restart(name: string): Promise<void> {
    const before = this.#find(name).pid
    await this.#supervisor.replace(name, RESTART_GRACE_MS)
    await eventually(() => {
      const { pid, readyAfterMs } = this.#find(name)
      if (pid === before || readyAfterMs === 0) throw new Error(`${name} is not ready`)
    }, BACK_WITHIN_MS)
  }

  /** Resolves when all processes are ready and a killed one is replaced. */
  async waitUntilReady(killed?: number): Promise<void> {
    await eventually(() => {
      const waiting = this.#supervisor
        .children()
        .filter(({ pid, readyAfterMs }) => readyAfterMs === 0 || pid === killed)
      if (waiting.length > 0)
        throw new Error(`not ready: ${waiting.map(({ name }) => name).join(', ')}`)
    }, BACK_WITHIN_MS)
  }

  /** Kills a process and waits until it is back, whatever else is killed meanwhile. */
  async killAndWait(name: string): Promise<void> {
    // A failpoint may just have killed it.
    const killed = await eventually(() => this.kill(name), BACK_WITHIN_MS)
    await eventually(() => {
      const { pid, readyAfterMs } = this.#find(name)
      if (pid === killed || readyAfterMs === 0) throw new Error(`${name} is not back`)
    }, BACK_WITHIN_MS)
  }

  get kills(): number {
    return this.#kills
  }

  /** Processes that exited without being killed, and how. */
  get crashes(): readonly string[] {
    return this.#crashes
  }

  #find(name: string): ChildState {
    const child = this.#supervisor.children().find((each) => each.name === name)
    if (child === undefined || child.pid === 0) throw new Error(`${name} is not running`)
    return child
  }
}
