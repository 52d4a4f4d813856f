import type { Patch } from '../bundling/patched-source.ts'
import type { Scenario } from '../kit/scenario.ts'

/** The shop without one of its rules, and the scenario that must fail. */
export interface Mutant {
  rule: string
  patches: readonly Patch[]
  scenario: Scenario
  amount: number
}
