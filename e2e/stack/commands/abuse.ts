import { parseArgs } from 'node:util'
import { cellsOf, holds } from '../../abuse/kit/attack.ts'
import { ATTACKS, runAttacks } from '../../abuse/run-attacks.ts'
import { markdownTable } from '../../faults/kit/results.ts'
import { StackFailure, messageOf } from '../failure.ts'
import { startOwnStack } from '../own-stack.ts'
import { onEnd } from '../signals.ts'

const HEAD = ['attack', 'measured', 'bound', 'value', 'ok']

/** Attacks a shop of its own, as it is shipped; 1 if one client can do more than it may. */
export async function abuse(args: readonly string[]): Promise<number> {
  const only = readFlags(args)
  const chosen = ATTACKS.filter(({ name }) => name.includes(only))
  if (chosen.length === 0)
    throw new StackFailure(
      `no attack is called so; there are:\n  ${ATTACKS.map(({ name }) => name).join('\n  ')}`,
    )
  // As in production: development lets one address make any number of accounts.
  const own = await startOwnStack({ SIGNUPS_PER_HOUR: '20' })
  onEnd(
    () => void own.stop().finally(() => process.exit(130)),
    () => process.exit(130),
  )
  try {
    const outcomes = await runAttacks(own.stack, chosen, (done) => {
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
