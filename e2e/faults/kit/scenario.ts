import type { Count } from './count.ts'
import type { Trial } from './trial.ts'

/** A fault, or several, and what was counted under it. */
export interface Scenario {
  name: string
  /** Numbers of the invariants that it shows. */
  invariants: readonly number[]
  /** How much of it a quick run does; absent when it leaves it out. */
  quick?: number
  /** How much of it a full run does. */
  full: number
  run: (trial: Trial, amount: number) => Promise<Count[]>
}
