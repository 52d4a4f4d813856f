import { markdownTable } from './results.ts'
import { isGreen, type Outcome } from './run-scenario.ts'
import { isMet, type Count } from './scenario.ts'

const HEAD = ['scenario', 'invariants', 'seconds', 'counted (goal)', '']

/** The outcomes as a table. */
export function tableOf(outcomes: readonly Outcome[]): string {
  return markdownTable(
    HEAD,
    outcomes.map((outcome) => [
      outcome.scenario.name,
      outcome.scenario.invariants.join(', '),
      outcome.seconds.toFixed(0),
      outcome.counts.map(inWords).join('; '),
      isGreen(outcome) ? 'green' : '**RED**',
    ]),
  )
}

/** A count in words; the goal is told where it was missed. */
export function inWords(count: Count): string {
  const { what, seen, goal } = count
  return isMet(count) ? `${what} ${seen}` : `**${what} ${seen} (${goal})**`
}
