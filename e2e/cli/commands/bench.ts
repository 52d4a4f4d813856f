import { parseArgs } from 'node:util'
import { benchmark } from '../../bench/benchmark.ts'
import { FULL, QUICK } from '../../bench/effort.ts'
import { describeMachine } from '../../bench/machine.ts'
import { report } from '../../bench/report.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { startOwnStack, stopOnShutdown } from '../own-stack.ts'
import { benchAgainst } from './bench-against.ts'

/** Runs the benchmarks on a stack of its own, or compares this commit with another. */
export async function bench(args: readonly string[]): Promise<number> {
  const { isQuick, against } = readFlags(args)
  stopOnShutdown()
  if (against !== undefined) return benchAgainst(against, isQuick)
  const own = await startOwnStack()
  try {
    const findings = await benchmark(own.stack, own.folder, isQuick ? QUICK : FULL)
    report(await describeMachine(), findings, isQuick)
    return 0
  } finally {
    await own.stop()
  }
}

function readFlags(args: readonly string[]): { isQuick: boolean; against: string | undefined } {
  try {
    const options = { quick: { type: 'boolean' }, against: { type: 'string' } } as const
    const { values } = parseArgs({ args: [...args], options })
    return { isQuick: values.quick === true, against: values.against }
  } catch (error) {
    throw new StackFailure(`${messageOf(error)} (known flags: --quick, --against <commit>)`)
  }
}
