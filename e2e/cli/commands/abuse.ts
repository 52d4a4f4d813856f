import { parseArgs } from 'node:util'
import { cellsOf, holds } from '../../abuse/kit/attack.ts'
import { ATTACKS, runAttacks } from '../../abuse/run-attacks.ts'
import { markdownTable } from '../../bench/markdown-table.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { onShutdown } from '../../stack/system/signals.ts'
import { startOwnStack } from '../own-stack.ts'

const AS_IN_PRODUCTION = { SIGNUPS_PER_HOUR: '20', LIMIT_SCALE: '1' }
const HEAD = ['attack', 'measured', 'bound', 'value', 'ok']

/** Attacks a production build on a stack of its own; returns 1 when a client can do more than it may. */
export async function abuse(args: readonly string[]): Promise<number> {
  const only = readFlags(args)
  const selected = ATTACKS.filter(({ name }) => name.includes(only))
  if (selected.length === 0)
    throw new StackFailure(
      `unknown attack; there are:\n  ${ATTACKS.map(({ name }) => name).join('\n  ')}`,
    )
  let own = await startOwnStack()
  onShutdown(
    () => void own.stop().finally(() => process.exit(130)),
    () => process.exit(130),
  )
  try {
    // The catalogue is created with the wide limits of development; the attacks meet those of production.
    await own.stop()
    own = await startOwnStack({ settings: AS_IN_PRODUCTION, folder: own.folder })

    const outcomes = await runAttacks(own.stack, selected, (done) => {
      for (const { attack, measure } of done)
        console.log(`${attack}: ${cellsOf(measure).join(', ')}`)
    })
    const rows = outcomes.map(({ attack, measure }) => [attack, ...cellsOf(measure)])
    console.log(`\n${markdownTable(HEAD, rows)}\n`)
    return outcomes.every(({ measure }) => holds(measure)) ? 0 : 1
  } finally {
    await own.stop()
  }
}

function readFlags(args: readonly string[]): string {
  try {
    const options = { only: { type: 'string', default: '' } } as const
    return parseArgs({ args: [...args], options }).values.only
  } catch (error) {
    throw new StackFailure(`${messageOf(error)} (known flag: --only <words of an attack>)`)
  }
}
