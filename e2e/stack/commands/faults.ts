import { parseArgs } from 'node:util'
import { tableOf } from '../../faults/kit/outcomes.ts'
import { writeResults } from '../../faults/kit/results.ts'
import { isGreen } from '../../faults/kit/run-scenario.ts'
import type { Trial } from '../../faults/kit/trial.ts'
import { runAll } from '../../faults/run-all.ts'
import { SCENARIOS } from '../../faults/scenarios/index.ts'
import { StackFailure, messageOf } from '../failure.ts'
import { onEnd } from '../signals.ts'

/** Breaks the shop in every way there is and checks that nothing is lost; 1 if anything is. */
export async function faults(args: readonly string[]): Promise<number> {
  const { isQuick, only } = readFlags(args)
  const chosen = SCENARIOS.filter(({ name }) => name.includes(only))
  if (chosen.length === 0)
    throw new StackFailure(
      `no scenario is called so; there are:\n  ${SCENARIOS.map(({ name }) => name).join('\n  ')}`,
    )
  let running: Trial | undefined
  onEnd(
    () => void Promise.resolve(running?.stop()).finally(() => process.exit(130)),
    () => process.exit(130),
  )
  const outcomes = await runAll(chosen, isQuick, (trial) => (running = trial))
  const table = tableOf(outcomes)
  console.log(`\n${table}\n`)
  if (only === '') await writeResults(isQuick ? 'faults-quick' : 'faults', command(isQuick), table)
  return outcomes.every(isGreen) ? 0 : 1
}

const command = (isQuick: boolean) => `bun run faults${isQuick ? ' --quick' : ''}`

function readFlags(args: readonly string[]): { isQuick: boolean; only: string } {
  try {
    const options = { quick: { type: 'boolean' }, only: { type: 'string', default: '' } } as const
    const { values } = parseArgs({ args: [...args], options })
    return { isQuick: values.quick === true, only: values.only }
  } catch (error) {
    throw new StackFailure(`${messageOf(error)} (known flags: --quick, --only <scenario>)`)
  }
}
