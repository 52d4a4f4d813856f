import { inWords } from '../kit/outcomes.ts'
import { markdownTable } from '../kit/results.ts'
import { isGreen, runScenario, type Outcome } from '../kit/run-scenario.ts'
import { isMet } from '../kit/scenario.ts'
import { startTrial, type Trial } from '../kit/trial.ts'
import type { Mutant } from './mutants.ts'

/** What became of a mutant: it is killed when its scenario is red. */
export interface Fate {
  mutant: Mutant
  outcome: Outcome
}

/** Builds each mutant, runs its scenario on a shop of its own, and tells what turned red. */
export async function runMutants(
  mutants: readonly Mutant[],
  use: (trial: Trial | undefined) => void,
): Promise<Fate[]> {
  const fates: Fate[] = []
  for (const mutant of mutants) {
    console.log(`\nwithout: ${mutant.rule}…`)
    const trial = await startTrial({ bundle: 'mutant', patches: mutant.patches, isHasty: true })
    use(trial)
    const outcome = await runScenario(trial, mutant.scenario, mutant.amount)
    await trial.stop()
    use(undefined)
    fates.push({ mutant, outcome })
    console.log(isGreen(outcome) ? 'SURVIVED' : `killed: ${reds(outcome)}`)
  }
  return fates
}

/** Whether the suite has noticed that the rule is gone. */
export const isKilled = ({ outcome }: Fate) => !isGreen(outcome)

/** The fates as a table. */
export function tableOfFates(fates: readonly Fate[]): string {
  return markdownTable(
    ['rule switched off', 'scenario', 'what turned red', ''],
    fates.map((fate) => [
      fate.mutant.rule,
      fate.outcome.scenario.name,
      reds(fate.outcome),
      isKilled(fate) ? 'killed' : '**SURVIVED**',
    ]),
  )
}

function reds({ counts }: Outcome): string {
  return counts
    .filter((count) => !isMet(count))
    .map((count) => inWords(count).replaceAll('**', ''))
    .join('; ')
}
