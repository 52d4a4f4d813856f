import { StackFailure } from '../stack/system/failure.ts'
import { doctor } from './commands/doctor.ts'
import { runShop } from './commands/run-shop.ts'
import { test } from './commands/test.ts'

const USAGE = `usage: bun run <command> [flags]
  dev      the shop from its sources; a service restarts when its sources change
  start    the shop from bundles, as it is shipped
  test     all tests on a stack of their own; \`test <name>…\` those of a service on the running stack
  doctor   what is here, what is missing, and the fix for each
  bench    CPU, memory and start times of the bundles on a stack of their own, against the goals; --quick for a rough run
  abuse    attacks a shop of its own: what one client can do to it must stay within bounds; --only <words>
  faults   breaks the shop in every way there is and checks that nothing is lost; --quick, --only <scenario>
  faults:mutants [rule]   switches off one rule after the other: each must turn something red
  lighthouse  runs Lighthouse on the bundled pages, emulating a phone
flags of dev and start: --fresh (wipe the data first), --stats (memory and start time of each process)`

const COMMANDS: Record<string, (args: readonly string[]) => Promise<number>> = {
  dev: (args) => runShop('dev', args),
  start: (args) => runShop('start', args),
  test,
  doctor,
  // Imported on demand: these need packages that no other command has to load.
  lighthouse: async () => (await import('./commands/lighthouse.ts')).lighthouse(),
  faults: async (args) => (await import('./commands/faults.ts')).faults(args),
  'faults:mutants': async (args) =>
    (await import('./commands/faults-mutants.ts')).faultsMutants(args),
  bench: async (args) => (await import('./commands/bench.ts')).bench(args),
  abuse: async (args) => (await import('./commands/abuse.ts')).abuse(args),
}

/** Runs a command of the stack runner and returns its exit code. */
export async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name]
  if (command === undefined) {
    console.error(USAGE)
    return 2
  }
  try {
    return await command(args)
  } catch (error) {
    if (!(error instanceof StackFailure)) throw error
    console.error(`\n${error.message}`)
    return 1
  }
}
