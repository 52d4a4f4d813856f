import { isMet, type Count } from './count.ts'
import { findDifferences } from './differences.ts'
import { type Scenario } from './scenario.ts'
import type { Trial } from './trial.ts'

/** What came of a scenario: what it counted, and what the checker found afterwards. */
export interface Outcome {
  scenario: Scenario
  seconds: number
  counts: Count[]
}

/** Runs a scenario, waits until the shop is at rest, and counts what is not as it should be. */
export async function runScenario(
  trial: Trial,
  scenario: Scenario,
  amount: number,
): Promise<Outcome> {
  const begun = performance.now()
  const counts = await counting(() => scenario.run(trial, amount))
  for (const proxy of Object.values(trial.proxies)) proxy.mend()
  counts.push(...(await counting(() => differences(trial))))
  return { scenario, seconds: (performance.now() - begun) / 1000, counts }
}

/** Whether everything that was counted is as it should be. */
export function isGreen({ counts }: Outcome): boolean {
  return counts.every(isMet)
}

async function differences(trial: Trial): Promise<Count[]> {
  const { processes } = trial
  await processes.areReady()
  return [
    ...(await findDifferences(trial)),
    {
      what: `crashes ${processes.crashes.join(', ')}`.trim(),
      seen: processes.crashes.length,
      goal: 0,
    },
  ]
}

/** A scenario that cannot go on is a count that is not met. */
export async function counting(work: () => Promise<Count[]>): Promise<Count[]> {
  try {
    return await work()
  } catch (error) {
    return [{ what: `ended early: ${String(error)}`, seen: 1, goal: 0 }]
  }
}
