import { isMet } from '../kit/count.ts'
import { inWords } from '../kit/outcomes.ts'
import type { Row } from '../kit/results.ts'
import { isGreen, runScenario, type Outcome } from '../kit/run-scenario.ts'
import { startTrial, type Trial } from '../kit/trial.ts'
import { CONTROLS, type Mutant } from './mutants.ts'

/** What became of a mutant. */
export interface MutantResult {
  mutant: Mutant
  outcome: Outcome
}

/** Builds each mutant, runs its scenario on a shop of its own, and tells what turned red. */
export async function runMutants(
  mutants: readonly Mutant[],
  use: (trial: Trial | undefined) => void,
): Promise<MutantResult[]> {
  const fates: MutantResult[] = []
  for (const mutant of mutants) {
    const { rule, patches, scenario, amount } = mutant
    console.log(`\nwithout: ${rule}; ${scenario.name}…`)
    const trial = await startTrial({ bundle: 'mutant', patches, isHasty: true })
    use(trial)
    const outcome = await runScenario(trial, scenario, amount)
    await trial.stop()
    use(undefined)
    fates.push({ mutant, outcome })
    console.log(`${verdictOn({ mutant, outcome })} ${reds(outcome)}`)
  }
  return fates
}

/** Whether it is as it must be: red without a rule, green with all of them. */
export const isRight = ({ mutant, outcome }: MutantResult) =>
  isGreen(outcome) === CONTROLS.includes(mutant)

/** What the cells of a fate's row hold. */
export const RESULT_HEAD: Row = ['rule switched off, scenario', 'what turned red', '']

/** The fate as a row. */
export function rowOfResult(fate: MutantResult): Row {
  const { rule, scenario } = fate.mutant
  return [`${rule}; ${scenario.name}`, reds(fate.outcome), verdictOn(fate)]
}

function verdictOn(fate: MutantResult): string {
  if (CONTROLS.includes(fate.mutant)) return isRight(fate) ? 'green' : '**RED**'
  return isRight(fate) ? 'killed' : '**SURVIVED**'
}

function reds({ counts }: Outcome): string {
  return counts
    .filter((count) => !isMet(count))
    .map((count) => inWords(count).replaceAll('**', ''))
    .join('; ')
}
