import { parseArgs } from 'node:util'
import { messageOf } from '../stack/system/failure.ts'
import { isRule, type Rule } from './rules.ts'

const DEFAULT_RUNS = 2000

export const USAGE = `usage: bun run model [flags]
  --runs N       number of runs, each drawn from a seed (${DEFAULT_RUNS})
  --seed N       the first seed (1)
  --without a,b  without these rules of e2e/model/rules.ts
and at most one of
  --show N       the history of one seed
  --shortest     the history of the shortest run that breaks an invariant
  --mutants      how many runs catch each mutant of e2e/model/mutants.ts, and what it breaks`

/** The parsed command line. */
export interface CommandLine {
  runs: number
  seed: number
  without: Rule[]
  task:
    | { kind: 'sum' }
    | { kind: 'shortest' }
    | { kind: 'mutants' }
    | { kind: 'show'; seed: number }
}

/** Invalid flags; the message says why. */
export class BadFlags extends Error {
  override name = 'BadFlags'
}

/** Reads the command line; throws BadFlags. */
export function readFlags(args: readonly string[]): CommandLine {
  const { runs, seed, without = '', ...tasks } = valuesOf(args)
  return {
    runs: runs === undefined ? DEFAULT_RUNS : numberOf('runs', runs),
    seed: seed === undefined ? 1 : numberOf('seed', seed),
    without: without.split(',').filter(Boolean).map(ruleOf),
    task: taskOf(tasks, without !== ''),
  }
}

function valuesOf(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = {
    runs: text,
    seed: text,
    without: text,
    show: text,
    shortest: flag,
    mutants: flag,
  }
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new BadFlags(messageOf(error), { cause: error })
  }
}

function taskOf(
  { show, shortest = false, mutants = false }: Omit<ReturnType<typeof valuesOf>, 'without'>,
  hasRules: boolean,
): CommandLine['task'] {
  if (Number(show !== undefined) + Number(shortest) + Number(mutants) > 1)
    throw new BadFlags('--show, --shortest and --mutants exclude each other')
  if (mutants && hasRules) throw new BadFlags('--mutants has its own list of rules')
  if (show !== undefined) return { kind: 'show', seed: numberOf('show', show) }
  if (mutants) return { kind: 'mutants' }
  return { kind: shortest ? 'shortest' : 'sum' }
}

function numberOf(flag: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new BadFlags(`--${flag} ${text}: a whole number from 1 to 999999999 is needed`)
}

function ruleOf(text: string): Rule {
  if (isRule(text)) return text
  throw new BadFlags(`--without ${text}: unknown rule`)
}
