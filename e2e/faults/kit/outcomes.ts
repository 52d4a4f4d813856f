import { isMet, type Count } from './count.ts'
import type { Row } from './results.ts'
import { isGreen, type Outcome } from './run-scenario.ts'

/** What the cells of an outcome's row hold. */
export const OUTCOME_HEAD: Row = ['scenario', 'invariants', 'seconds', 'counted (goal)', '']

/** The outcome as a row. */
export function rowOf(outcome: Outcome): Row {
  return [
    outcome.scenario.name,
    outcome.scenario.invariants.join(', '),
    outcome.seconds.toFixed(0),
    outcome.counts.map(inWords).join('; '),
    isGreen(outcome) ? 'green' : '**RED**',
  ]
}

/** A count in words; the goal is told where it was missed. */
export function inWords(count: Count): string {
  const { what, seen, goal } = count
  return isMet(count) ? `${what} ${seen}` : `**${what} ${seen} (${goal})**`
}
