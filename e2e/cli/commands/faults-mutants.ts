import { markdownTable } from '../../bench/markdown-table.ts'
import { writeResults } from '../../faults/kit/results.ts'
import type { Trial } from '../../faults/kit/trial.ts'
import { CONTROLS, MUTANTS } from '../../faults/mutants/mutants.ts'
import {
  RESULT_HEAD,
  isExpected,
  rowOfResult,
  runMutants,
} from '../../faults/mutants/run-mutants.ts'
import { onShutdown } from '../../stack/system/signals.ts'

/** Removes one rule at a time; returns 1 when a removed rule goes unnoticed or a control fails. */
export async function faultsMutants([only = '']: readonly string[]): Promise<number> {
  const selected = [...CONTROLS, ...MUTANTS].filter(({ rule }) => rule.includes(only))
  let running: Trial | undefined
  onShutdown(
    () => void Promise.resolve(running?.stop()).finally(() => process.exit(130)),
    () => process.exit(130),
  )
  const results = await runMutants(selected, (trial) => (running = trial))
  const rows = results.map(rowOfResult)
  console.log(`\n${markdownTable(RESULT_HEAD, rows)}\n`)
  await writeResults('bun run faults:mutants', RESULT_HEAD, rows)
  return results.length > 0 && results.every(isExpected) ? 0 : 1
}
