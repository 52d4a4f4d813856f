import { writeResults } from '../../faults/kit/results.ts'
import type { Trial } from '../../faults/kit/trial.ts'
import { CONTROLS, MUTANTS } from '../../faults/mutants/mutants.ts'
import { isRight, runMutants, tableOfFates } from '../../faults/mutants/run-mutants.ts'
import { onEnd } from '../signals.ts'

/** Switches off one rule after the other; 1 when a missing rule is not noticed, or one that is there is missed. */
export async function faultsMutants([only = '']: readonly string[]): Promise<number> {
  const chosen = [...CONTROLS, ...MUTANTS].filter(({ rule }) => rule.includes(only))
  let running: Trial | undefined
  onEnd(
    () => void Promise.resolve(running?.stop()).finally(() => process.exit(130)),
    () => process.exit(130),
  )
  const fates = await runMutants(chosen, (trial) => (running = trial))
  const table = tableOfFates(fates)
  console.log(`\n${table}\n`)
  if (only === '') await writeResults('mutants', 'bun run faults:mutants', table)
  return fates.length > 0 && fates.every(isRight) ? 0 : 1
}
