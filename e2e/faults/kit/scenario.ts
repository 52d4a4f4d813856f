import type { Trial } from './trial.ts'

/** One line of a scenario's result; red when its goal is missed. */
export interface Count {
  what: string
  seen: number
  goal: number | 'some'
}

/** Whether what was counted is as it should be. */
export function isMet({ seen, goal }: Count): boolean {
  return goal === 'some' ? seen > 0 : seen === goal
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
