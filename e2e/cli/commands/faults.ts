import { parseArgs } from 'node:util'
import { markdownTable } from '../../bench/markdown-table.ts'
import { ALERT_SCENARIOS } from '../../faults/alerts/scenarios/index.ts'
import { OUTCOME_HEAD, rowOf } from '../../faults/kit/outcomes.ts'
import { writeResults } from '../../faults/kit/results.ts'
import { isGreen } from '../../faults/kit/run-scenario.ts'
import type { Trial } from '../../faults/kit/trial.ts'
import { runAll } from '../../faults/run-all.ts'
import { HA_SCENARIOS } from '../../faults/scenarios/ha/index.ts'
import { SCENARIOS } from '../../faults/scenarios/index.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { onShutdown } from '../../stack/system/signals.ts'
import { SERVER_FLAGS, SERVER_USAGE, readServers, type Servers } from '../server-flags.ts'

/** Injects every fault and checks that nothing is lost; returns 1 when something is. */
export async function faults(args: readonly string[]): Promise<number> {
  const { isQuick, areAlerts, only, servers } = readFlags(args)
  const all = areAlerts ? ALERT_SCENARIOS : servers.isReplicated ? HA_SCENARIOS : SCENARIOS
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
  await writeResults(commandOf({ isQuick, areAlerts }, servers), OUTCOME_HEAD, rows)
  return outcomes.every(isGreen) ? 0 : 1
}

interface Kind {
  isQuick: boolean
  areAlerts: boolean
}

/** The command with the flags that its table is named after. */
function commandOf({ isQuick, areAlerts }: Kind, { isReplicated, bus, s3 }: Servers): string {
  const flags = [
    isQuick ? ' --quick' : '',
    areAlerts ? ' --alerts' : '',
    isReplicated ? ' --ha' : '',
    isReplicated || bus === 'stan' ? '' : ` --bus ${bus}`,
    s3 === 'minio' ? '' : ` --s3 ${s3}`,
  ]
  return `bun run faults${flags.join('')}`
}

const FLAGS = {
  quick: { type: 'boolean', default: false },
  alerts: { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  ...SERVER_FLAGS,
} as const

function readFlags(args: readonly string[]) {
  try {
    const { quick, alerts, only, ...flags } = parseArgs({ args: [...args], options: FLAGS }).values
    if (alerts && (quick || flags.ha))
      throw new StackFailure('--alerts runs all its scenarios, on one server of each kind')
    return { isQuick: quick, areAlerts: alerts, only, servers: readServers(flags) }
  } catch (error) {
    const known = `--quick, --alerts, --only <scenario>, ${SERVER_USAGE}`
    throw new StackFailure(`${messageOf(error)} (known flags: ${known})`)
  }
}
