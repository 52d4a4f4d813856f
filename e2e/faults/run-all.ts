import { describe, verdictOn } from './kit/outcomes.ts'
import { isGreen, runScenario, type Outcome } from './kit/run-scenario.ts'
import type { Scenario } from './kit/scenario.ts'
import { startTrial, type Trial, type TrialOptions } from './kit/trial.ts'

type Kind = Required<Pick<TrialOptions, 'bus' | 's3' | 'isReplicated'>>

interface RunOptions extends Kind {
  isQuick: boolean
}

/** Runs scenarios in turn on one shop; after a red one on a new shop. */
export async function runAll(
  scenarios: readonly Scenario[],
  { isQuick, ...kind }: RunOptions,
  use: (trial: Trial | undefined) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const hasStorefront = scenarios.some(({ hasPages }) => hasPages === true)
  let trial: Trial | undefined
  for (const scenario of scenarios) {
    const amount = isQuick ? scenario.quick : scenario.full
    if (amount === undefined || !runsOn(scenario, kind)) continue
    trial ??= await startTrial({ bundle: 'trial', hasStorefront, ...kind })
    use(trial)
    console.log(`\n${scenario.name}…`)
    const outcome = await runScenario(trial, scenario, amount)
    outcomes.push(outcome)
    console.log(`  ${outcome.notRun ?? outcome.counts.map(describe).join('\n  ')}`)
    console.log(`${verdictOn(outcome)}, ${outcome.seconds.toFixed(0)} s`)
    if (isGreen(outcome)) continue
    await trial.stop({ keepLogs: true })
    trial = undefined
    use(undefined)
  }
  await trial?.stop()
  return outcomes
}

const runsOn = (scenario: Scenario, { bus, s3 }: Kind) =>
  (scenario.bus ?? bus) === bus && (scenario.s3 ?? s3) === s3
