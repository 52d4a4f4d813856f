import { parseArgs } from 'node:util'
import { OUTCOME_HEAD, rowOf } from '../../faults/kit/outcomes.ts'
import { markdownTable, writeResults } from '../../faults/kit/results.ts'
import { isGreen } from '../../faults/kit/run-scenario.ts'
import type { Trial } from '../../faults/kit/trial.ts'
import { runAll } from '../../faults/run-all.ts'
import { SCENARIOS } from '../../faults/scenarios/index.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { onShutdown } from '../../stack/system/signals.ts'

/** Injects every fault and checks that nothing is lost; returns 1 when something is. */
export async function faults(args: readonly string[]): Promise<number> {
  const { isQuick, only } = readFlags(args)
  const selected = SCENARIOS.filter(({ name }) => name.includes(only))
  if (selected.length === 0)
    throw new StackFailure(
      `unknown scenario; there are:\n  ${SCENARIOS.map(({ name }) => name).join('\n  ')}`,
    )
  let running: Trial | undefined
  onShutdown(
    () => void Promise.resolve(running?.stop()).finally(() => process.exit(130)),
    () => process.exit(130),
  )
  const outcomes = await runAll(selected, isQuick, (trial) => (running = trial))
  const rows = outcomes.map(rowOf)
  console.log(`\n${markdownTable(OUTCOME_HEAD, rows)}\n`)
  await writeResults(`bun run faults${isQuick ? ' --quick' : ''}`, OUTCOME_HEAD, rows)
  return outcomes.every(isGreen) ? 0 : 1
}

function readFlags(args: readonly string[]): { isQuick: boolean; only: string } {
  try {
    const options = { quick: { type: 'boolean' }, only: { type: 'string', default: '' } } as const
    const { values } = parseArgs({ args: [...args], options })
    return { isQuick: values.quick === true, only: values.only }
  } catch (error) {
    throw new StackFailure(`${messageOf(error)} (known flags: --quick, --only <scenario>)`)
  }
}
