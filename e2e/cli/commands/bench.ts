import { parseArgs } from 'node:util'
import { benchmark } from '../../bench/benchmark.ts'
import { FULL, QUICK } from '../../bench/effort.ts'
import { describeMachine } from '../../bench/machine.ts'
import { report } from '../../bench/report.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { startOwnStack, stopOnShutdown } from '../own-stack.ts'
import { benchAgainst } from './bench-against.ts'
import { benchGrowth } from './bench-growth.ts'

/** Runs the benchmarks on a stack of its own, lets the shop grow, or compares this commit with another. */
export async function bench(args: readonly string[]): Promise<number> {
  const { isQuick, against, isGrowing } = readFlags(args)
  stopOnShutdown()
  if (against !== undefined) return benchAgainst(against, isQuick)
  if (isGrowing) return benchGrowth(isQuick)
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
      against: { type: 'string' },
    } as const
    const { values } = parseArgs({ args: [...args], options })
    return { isQuick: values.quick, isGrowing: values.growth, against: values.against }
  } catch (error) {
    throw new StackFailure(
      `${messageOf(error)} (known flags: --quick, --growth, --against <commit>)`,
    )
  }
}
