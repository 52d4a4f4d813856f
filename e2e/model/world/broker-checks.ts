import { CHECK_AGAIN } from './clock.ts'
import type { Run } from './run.ts'
import { PUBLISHING, processesOf, serviceOf } from './services.ts'

const CONNECTING = 40

/** The checks of the broker that processes owe since they connected. */
export class BrokerChecks {
  readonly #run: Run
  due: { process: string; at: number }[] = []

  constructor(run: Run) {
    this.#run = run
    for (const process of PUBLISHING.flatMap(processesOf)) this.connect(process)
  }

  /** A process connects to the broker. */
  connect(process: string): void {
    const { now, random } = this.#run
    this.take(process)
    if (PUBLISHING.includes(serviceOf(process)))
      this.due.push({ process, at: now + random.between(0, CONNECTING) })
  }

  take(process: string): void {
    this.due = this.due.filter((check) => check.process !== process)
  }

  /** A check has failed. */
  repeat(process: string): void {
    this.due.push({ process, at: this.#run.now + CHECK_AGAIN })
  }
}
