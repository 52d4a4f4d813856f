import { parseArgs } from 'node:util'
import { benchmark } from '../../bench/benchmark.ts'
import { FULL, QUICK } from '../../bench/effort.ts'
import { describeMachine } from '../../bench/machine.ts'
import { report } from '../../bench/report.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { startOwnStack, stopOnShutdown } from '../own-stack.ts'
import { benchAgainst } from './bench-against.ts'
import { benchGrowth } from './bench-growth.ts'
import { benchHa, benchTracing } from './bench-settings.ts'

/** Runs the benchmarks on a stack of its own, lets the shop grow, or compares two shops. */
export async function bench(args: readonly string[]): Promise<number> {
  const { quick: isQuick, against, growth, ha, tracing } = readFlags(args)
  stopOnShutdown()
  if (against !== undefined) return benchAgainst(against, isQuick)
  if (growth) return benchGrowth(isQuick)
  if (ha) return benchHa(isQuick)
  if (tracing) return benchTracing(isQuick)
  const own = await startOwnStack()
  try {
    const findings = await benchmark(own.stack, own.folder, isQuick ? QUICK : FULL)
    report(await describeMachine(), findings, isQuick)
    return 0
  } finally {
    await own.stop()
  }
}

function readFlags(args: readonly string[]) {
  try {
    const options = {
      quick: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      ha: { type: 'boolean', default: false },
      tracing: { type: 'boolean', default: false },
      against: { type: 'string' },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new StackFailure(
      `${messageOf(error)} (known flags: --quick, --growth, --ha, --tracing, --against <commit>)`,
    )
  }
}
