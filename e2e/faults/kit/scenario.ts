import type { Trial } from './trial.ts'

/** One line of a scenario's result; red unless what was seen is the goal. */
export interface Count {
  what: string
  seen: number
  goal: number
}

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
