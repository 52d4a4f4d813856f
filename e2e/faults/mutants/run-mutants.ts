import type { Row } from '../../bench/markdown-table.ts'
import { isMet } from '../kit/count.ts'
import { describe } from '../kit/outcomes.ts'
import { isGreen, runScenario, type Outcome } from '../kit/run-scenario.ts'
import { startTrial, type Trial } from '../kit/trial.ts'
import type { Mutant } from './mutant.ts'
import { CONTROLS } from './mutants.ts'

/** The result of a mutant. */
export interface MutantResult {
  mutant: Mutant
  outcome: Outcome
}

/** Builds each mutant and runs its scenario on a shop of its own. */
export async function runMutants(
  mutants: readonly Mutant[],
  use: (trial: Trial | undefined) => void,
): Promise<MutantResult[]> {
  const results: MutantResult[] = []
  for (const mutant of mutants) {
    const { rule, patches, scenario, amount } = mutant
    console.log(`\nwithout: ${rule}; ${scenario.name}…`)
    const trial = await startTrial({ bundle: 'mutant', patches, hasShortWaits: true })
    use(trial)
    const outcome = await runScenario(trial, scenario, amount)
    await trial.stop()
    use(undefined)
    results.push({ mutant, outcome })
    console.log(`${verdictOn({ mutant, outcome })} ${failuresIn(outcome)}`)
  }
  return results
}

/** Whether the outcome is as expected: red for a mutant, green for a control. */
export const isExpected = ({ mutant, outcome }: MutantResult) =>
  isGreen(outcome) === CONTROLS.includes(mutant)

/** The table head of results. */
export const RESULT_HEAD: Row = ['disabled rule, scenario', 'what turned red', '']

/** Formats a result as a table row. */
export function rowOfResult(result: MutantResult): Row {
  const { rule, scenario } = result.mutant
  return [`${rule}; ${scenario.name}`, failuresIn(result.outcome), verdictOn(result)]
}

function verdictOn(result: MutantResult): string {
  if (CONTROLS.includes(result.mutant)) return isExpected(result) ? 'green' : '**RED**'
  return isExpected(result) ? 'killed' : '**SURVIVED**'
}

function failuresIn({ counts }: Outcome): string {
  return counts
    .filter((count) => !isMet(count))
    .map((count) => describe(count).replaceAll('**', ''))
    .join('; ')
}
