import { markdownTable, writeResults } from '../../faults/kit/results.ts'
import type { Trial } from '../../faults/kit/trial.ts'
import { CONTROLS, MUTANTS } from '../../faults/mutants/mutants.ts'
import { FATE_HEAD, isRight, rowOfFate, runMutants } from '../../faults/mutants/run-mutants.ts'
import { onEnd } from '../../stack/system/signals.ts'

/** Switches off one rule after the other; 1 when a missing rule is not noticed, or one that is there is missed. */
export async function faultsMutants([only = '']: readonly string[]): Promise<number> {
  const chosen = [...CONTROLS, ...MUTANTS].filter(({ rule }) => rule.includes(only))
  let running: Trial | undefined
  onEnd(
    () => void Promise.resolve(running?.stop()).finally(() => process.exit(130)),
    () => process.exit(130),
  )
  const fates = await runMutants(chosen, (trial) => (running = trial))
  const rows = fates.map(rowOfFate)
  console.log(`\n${markdownTable(FATE_HEAD, rows)}\n`)
  await writeResults('bun run faults:mutants', FATE_HEAD, rows)
  return fates.length > 0 && fates.every(isRight) ? 0 : 1
}
