import { countMismatches } from './count-mismatches.ts'
import { isMet, type Count } from './count.ts'
import { NO_NETWORK } from './cuts.ts'
import { type Scenario } from './scenario.ts'
import type { Trial } from './trial.ts'

/** The counts of a scenario and of the checks after it. */
export interface Outcome {
  scenario: Scenario
  seconds: number
  counts: Count[]
  /** Why it did not run. */
  notRun?: string
}

/** Runs a scenario, waits until the shop has settled, and checks it. */
export async function runScenario(
  trial: Trial,
  scenario: Scenario,
  amount: number,
): Promise<Outcome> {
  if (scenario.needsNetwork === true && trial.shop.network === undefined)
    return { scenario, seconds: 0, counts: [], notRun: NO_NETWORK }
  const startedAt = performance.now()
  const counts = await countOrFail(() => scenario.run(trial, amount))
  for (const proxy of Object.values(trial.proxies)) proxy.mend()
  counts.push(...(await countOrFail(() => mismatches(trial))))
  return { scenario, seconds: (performance.now() - startedAt) / 1000, counts }
}

/** Whether all goals are met. */
export function isGreen({ counts }: Outcome): boolean {
  return counts.every(isMet)
}

async function mismatches(trial: Trial): Promise<Count[]> {
  const { processes } = trial
  await processes.waitUntilReady()
  return [
    ...(await countMismatches(trial)),
    {
      what: `crashes ${processes.crashes.join(', ')}`.trim(),
      seen: processes.crashes.length,
      goal: 0,
    },
  ]
}

/** Turns an exception into a count whose goal is missed. */
export async function countOrFail(work: () => Promise<Count[]>): Promise<Count[]> {
  try {
    return await work()
  } catch (error) {
    return [{ what: `ended early: ${String(error)}`, seen: 1, goal: 0 }]
  }
}
