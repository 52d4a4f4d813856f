import { StackFailure } from '../../stack/system/failure.ts'
import { startProgram } from '../program.ts'
import type { Job, Outcome } from './job.ts'

/** The process that sends requests, separate so that its CPU time is not the servers'. */
export class LoadProcess {
  readonly #child: Bun.Subprocess
  #settle: (outcome: Outcome) => void = () => {}

  constructor() {
    this.#child = startProgram([process.execPath, new URL('main.ts', import.meta.url).pathname], {
      ipc: (outcome) => this.#settle(outcome as Outcome),
    })
    void this.#child.exited.then((code) =>
      this.#settle({ orderIds: [], answers: [], failure: `the load process ended with ${code}` }),
    )
  }

  get pid(): number {
    return this.#child.pid
  }

  /** Runs a job; throws when a response is not as expected. */
  async run(job: Job): Promise<Outcome> {
    const outcome = await new Promise<Outcome>((resolve) => {
      this.#settle = resolve
      this.#child.send(job)
    })
    if (outcome.failure !== undefined) throw new StackFailure(outcome.failure)
    return outcome
  }

  stop(): void {
    this.#child.kill()
  }
}
