import { StackFailure } from '../stack/system/failure.ts'
import { doctor } from './commands/doctor.ts'
import { runShop } from './commands/run-shop.ts'
import { test } from './commands/test.ts'

const USAGE = `usage: bun run <command> [flags]
  dev         runs the shop from sources; restarts a service when its sources change
  start       runs the shop from production bundles
  test        runs all tests on their own stack; \`test <name>…\` some on the running stack
  doctor      shows what is installed, what is missing, and how to fix it
  bench       measures CPU, memory, start times and checkouts of the bundles; --quick, --growth, --against <commit>
  abuse       attacks the bundles and checks bounds for what one client can do; --only <words>
  faults      injects faults and checks that nothing is lost; --quick, --alerts, --only <scenario>, --bus <broker>, --s3 <server>
  faults:mutants [rule]   disables one rule at a time: each must turn a scenario red
  lighthouse  runs Lighthouse on the bundled pages, emulating a phone
  screenshots takes pictures of the running shop's pages; --against <commit> compares them with another commit's
flags of dev and start: --fresh (wipe the data first), --stats (memory and start time of each process)
dev, start and test also take --bus: stan (NATS Streaming, the default), jetstream, stan+jetstream
and --s3: minio (the default), seaweedfs`

const COMMANDS: Record<string, (args: readonly string[]) => Promise<number>> = {
  dev: (args) => runShop('dev', args),
  start: (args) => runShop('start', args),
  test,
  doctor,
  // Imported on demand: these need packages that no other command has to load.
  lighthouse: async () => (await import('./commands/lighthouse.ts')).lighthouse(),
  screenshots: async (args) => (await import('./commands/screenshots.ts')).screenshots(args),
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
