import { parseArgs } from 'node:util'
import { benchmark } from '../../bench/benchmark.ts'
import { FULL, QUICK } from '../../bench/effort.ts'
import { describeMachine } from '../../bench/machine.ts'
import { report } from '../../bench/report.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { onShutdown } from '../../stack/system/signals.ts'
import { startOwnStack } from '../own-stack.ts'

/** Runs the benchmarks on a stack of its own. */
export async function bench(args: readonly string[]): Promise<number> {
  const isQuick = readFlags(args)
  const own = await startOwnStack()
  onShutdown(
    () => void own.stop().finally(() => process.exit(130)),
    () => process.exit(130),
  )
  try {
    const findings = await benchmark(own.stack, own.folder, isQuick ? QUICK : FULL)
    report(await describeMachine(), findings, isQuick)
    return 0
  } finally {
    await own.stop()
  }
}

function readFlags(args: readonly string[]): boolean {
  try {
    const { values } = parseArgs({ args: [...args], options: { quick: { type: 'boolean' } } })
    return values.quick === true
  } catch (error) {
    throw new StackFailure(`${messageOf(error)} (known flag: --quick)`)
  }
}
