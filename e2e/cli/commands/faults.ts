import { parseArgs } from 'node:util'
import { OUTCOME_HEAD, rowOf } from '../../faults/kit/outcomes.ts'
import { markdownTable, writeResults } from '../../faults/kit/results.ts'
import { isGreen } from '../../faults/kit/run-scenario.ts'
import type { Trial } from '../../faults/kit/trial.ts'
import { runAll } from '../../faults/run-all.ts'
import { HA_SCENARIOS } from '../../faults/scenarios/ha/index.ts'
import { SCENARIOS } from '../../faults/scenarios/index.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { onShutdown } from '../../stack/system/signals.ts'
import { readBus } from '../bus-flag.ts'

/** Injects every fault and checks that nothing is lost; returns 1 when something is. */
export async function faults(args: readonly string[]): Promise<number> {
  const { isQuick, only, bus, isReplicated } = readFlags(args)
  const all = isReplicated ? HA_SCENARIOS : SCENARIOS
  const selected = all.filter(({ name }) =>
    only.split(',').some((words) => name.includes(words.trim())),
  )
  if (selected.length === 0)
    throw new StackFailure(
      `unknown scenario; there are:\n  ${all.map(({ name }) => name).join('\n  ')}`,
    )
  const kind = isReplicated ? { isReplicated } : { bus }
  let running: Trial | undefined
  onShutdown(
    () => void Promise.resolve(running?.stop()).finally(() => process.exit(130)),
    () => process.exit(130),
  )
  const outcomes = await runAll(selected, { isQuick, ...kind }, (trial) => (running = trial))
  const rows = outcomes.map(rowOf)
  console.log(`\n${markdownTable(OUTCOME_HEAD, rows)}\n`)
  const servers = isReplicated ? ' --ha' : bus === 'stan' ? '' : ` --bus ${bus}`
  const flags = `${isQuick ? ' --quick' : ''}${servers}`
  await writeResults(`bun run faults${flags}`, OUTCOME_HEAD, rows)
  return outcomes.every(isGreen) ? 0 : 1
}

const FLAGS = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  bus: { type: 'string', default: 'stan' },
  ha: { type: 'boolean', default: false },
} as const

function readFlags(args: readonly string[]) {
  try {
    const { quick, only, bus, ha } = parseArgs({ args: [...args], options: FLAGS }).values
    return { isQuick: quick, only, bus: readBus(bus), isReplicated: ha }
  } catch (error) {
    throw new StackFailure(
      `${messageOf(error)} (known flags: --quick, --only <scenario>, --bus <broker>, --ha)`,
    )
  }
}
