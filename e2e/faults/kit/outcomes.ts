import type { Row } from '../../bench/markdown-table.ts'
import { isMet, type Count } from './count.ts'
import { isGreen, type Outcome } from './run-scenario.ts'

/** The table head of outcomes. */
export const OUTCOME_HEAD: Row = ['scenario', 'invariants', 'seconds', 'counted (goal)', '']

/** Formats an outcome as a table row. */
export function rowOf(outcome: Outcome): Row {
  return [
    outcome.scenario.name,
    outcome.scenario.invariants.join(', '),
    outcome.seconds.toFixed(0),
    outcome.notRun ?? outcome.counts.map(describe).join('; '),
    verdictOn(outcome),
  ]
}

/** Whether its goals are met. */
export function verdictOn(outcome: Outcome): string {
  if (outcome.notRun !== undefined) return 'not run'
  return isGreen(outcome) ? 'green' : '**RED**'
}

/** Formats a count, with its goal when missed. */
export function describe(count: Count): string {
  const { what, seen, goal } = count
  const wanted = typeof goal === 'object' ? `at most ${goal.atMost}` : goal
  return isMet(count) ? `${what} ${seen}` : `**${what} ${seen} (${wanted})**`
}
