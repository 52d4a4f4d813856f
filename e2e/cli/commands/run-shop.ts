import { parseArgs } from 'node:util'
import { dataFolder } from '../../stack/settings/paths.ts'
import { choosePorts } from '../../stack/settings/ports.ts'
import { Stack } from '../../stack/stack.ts'
import type { Running } from '../../stack/start-processes.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { onShutdown } from '../../stack/system/signals.ts'
import { info } from '../../stack/system/terminal.ts'
import { observe } from '../observe.ts'
import { SERVER_FLAGS, SERVER_USAGE, readServers } from '../server-flags.ts'
import { printStats } from '../stats.ts'
import { printSummary } from '../summary.ts'
import { watchSources } from '../watch.ts'

/** Runs the shop until a signal stops it. */
export async function runShop(mode: 'dev' | 'start', args: readonly string[]): Promise<number> {
  const startedAt = performance.now()
  const flags = readFlags(args)
  const stack = new Stack({
    mode,
    data: dataFolder(),
    ports: choosePorts(process.env.STACK_PORTS),
    env: process.env,
    fresh: flags.fresh,
    ...readServers(flags),
  })
  const ended = endOf(stack)
  try {
    const onOpen = (open: Running) => {
      printSummary(open, (performance.now() - startedAt) / 1000)
      if (mode === 'dev') watchSources(open.programs, stack.supervisor)
    }
    const running = await Promise.race([stack.start(onOpen), ended])
    if (running !== undefined) {
      if (flags.observe) await observe(running.shop, stack.supervisor)
      if (flags.stats) printStats(stack.supervisor.children())
      await ended
    }
    return 0
  } catch (error) {
    await stack.stop()
    throw error
  }
}

function endOf(stack: Stack): Promise<void> {
  return new Promise((resolve, reject) => {
    onShutdown(
      () => {
        info('stopping; press Ctrl-C again to kill everything at once')
        stack.stop().then(() => {
          info('stopped')
          resolve()
        }, reject)
      },
      () => {
        stack.supervisor.killAll()
        process.exit(130)
      },
    )
  })
}

const FLAGS = {
  fresh: { type: 'boolean', default: false },
  stats: { type: 'boolean', default: false },
  observe: { type: 'boolean', default: false },
  ...SERVER_FLAGS,
} as const

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS }).values
  } catch (error) {
    throw new StackFailure(
      `${messageOf(error)} (known flags: --fresh, --stats, --observe, ${SERVER_USAGE})`,
    )
  }
}
