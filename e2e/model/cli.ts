import { BadFlags, USAGE, readFlags, type CommandLine } from './flags.ts'
import { runMany } from './many-runs.ts'
import { COVERED, FREQUENT, RARE } from './mutants.ts'
import { historyOf, mutantLine, tableOf } from './report.ts'
import { simulate } from './simulate.ts'

/** Runs the model and returns the exit code: 1 if a run broke an invariant. */
export function run(args: readonly string[]): number {
  try {
    return execute(readFlags(args))
  } catch (error) {
    if (!(error instanceof BadFlags)) throw error
    process.stderr.write(`${error.message}\n${USAGE}\n`)
    return 2
  }
}

function execute(command: CommandLine): number {
  const { task } = command
  switch (task.kind) {
    case 'show':
      return show(command, task.seed)
    case 'mutants':
      return runMutants(command)
    case 'sum':
    case 'shortest':
      return runAll(command)
    default:
      return task satisfies never
  }
}

function runAll(command: CommandLine): number {
  const { runs, seed, without, task } = command
  const started = performance.now()
  const sum = runMany(seed, runs, { removed: new Set(without) })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const title = without.length === 0 ? 'all rules' : `without ${without.join(', ')}`
  if (task.kind === 'sum') print(`${tableOf(sum, title)}\n  ${seconds} s`)
  else if (sum.shortest === undefined) print(`none of ${runs} runs broke anything`)
  return sum.shortest === undefined ? 0 : show(command, sum.shortest.seed)
}

function show({ without }: CommandLine, seed: number): number {
  const world = simulate(seed, { removed: new Set(without), isRecording: true })
  print(historyOf(seed, world))
  return world.violations.size === 0 ? 0 : 1
}

function runMutants({ runs, seed }: CommandLine): number {
  const all = [...FREQUENT, ...RARE].map(({ without }) => without)
  for (const without of [...all, ...COVERED])
    print(mutantLine(without.join(', '), runMany(seed, runs, { removed: new Set(without) })))
  return 0
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
