import { parseArgs } from 'node:util'
import { OUTCOME_HEAD, rowOf } from '../../faults/kit/outcomes.ts'
import { markdownTable, writeResults } from '../../faults/kit/results.ts'
import { isGreen } from '../../faults/kit/run-scenario.ts'
import type { Trial, TrialOptions } from '../../faults/kit/trial.ts'
import { runAll } from '../../faults/run-all.ts'
import { HA_SCENARIOS } from '../../faults/scenarios/ha/index.ts'
import { SCENARIOS } from '../../faults/scenarios/index.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { onShutdown } from '../../stack/system/signals.ts'
import { readBus } from '../bus-flag.ts'
import { readS3 } from '../s3-flag.ts'

/** Injects every fault and checks that nothing is lost; returns 1 when something is. */
export async function faults(args: readonly string[]): Promise<number> {
  const { isQuick, only, servers } = readFlags(args)
  const all = servers.isReplicated ? HA_SCENARIOS : SCENARIOS
  const selected = all.filter(({ name }) =>
    only.split(',').some((words) => name.includes(words.trim())),
  )
  if (selected.length === 0)
    throw new StackFailure(
      `unknown scenario; there are:\n  ${all.map(({ name }) => name).join('\n  ')}`,
    )
  let running: Trial | undefined
  onShutdown(
    () => void Promise.resolve(running?.stop()).finally(() => process.exit(130)),
    () => process.exit(130),
  )
  const outcomes = await runAll(selected, { isQuick, ...servers }, (trial) => (running = trial))
  const rows = outcomes.map(rowOf)
  console.log(`\n${markdownTable(OUTCOME_HEAD, rows)}\n`)
  await writeResults(commandOf(isQuick, servers), OUTCOME_HEAD, rows)
  return outcomes.every(isGreen) ? 0 : 1
}

/** The command with the flags that its table is named after. */
function commandOf(isQuick: boolean, { isReplicated, bus, s3 }: Servers): string {
  const flags = [
    isQuick ? ' --quick' : '',
    isReplicated ? ' --ha' : '',
    isReplicated || bus === 'stan' ? '' : ` --bus ${bus}`,
    s3 === 'minio' ? '' : ` --s3 ${s3}`,
  ]
  return `bun run faults${flags.join('')}`
}

type Servers = Required<Pick<TrialOptions, 'bus' | 's3' | 'isReplicated'>>

const FLAGS = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  bus: { type: 'string', default: 'stan' },
  ha: { type: 'boolean', default: false },
  s3: { type: 'string', default: 'minio' },
} as const

const KNOWN = '--quick, --only <scenario>, --bus <broker>, --ha, --s3 <server>'

function readFlags(args: readonly string[]) {
  try {
    const { quick, only, bus, ha, s3 } = parseArgs({ args: [...args], options: FLAGS }).values
    const servers = {
      bus: ha ? 'jetstream' : readBus(bus),
      s3: readS3(s3),
      isReplicated: ha,
    } as const
    return { isQuick: quick, only, servers }
  } catch (error) {
    throw new StackFailure(`${messageOf(error)} (known flags: ${KNOWN})`)
  }
}
