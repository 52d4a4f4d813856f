import type { Sum } from './many-runs.ts'
import type { World } from './world/world.ts'

const NAMES: Record<string, string> = {
  kills: 'processes killed',
  wipes: 'broker stores lost, wholly or in part',
  losses: 'losses of the broker’s newest messages',
  parked: 'events parked',
  elections: 'elections of a database',
  pauses: 'threads or processes paused',
  lapses: 'authorizations expired',
  outages: 'outages of a day',
  published: 'events published',
  republished: 'full republishes',
}
const WORST = 3

/** Formats figures and broken invariants of many runs. */
export function tableOf({ runs, broken, violations, figures }: Sum, title: string): string {
  const rows = [...figures].map(([name, count]) => [NAMES[name] ?? name, short(count)] as const)
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, count]) => `  ${name.padEnd(width)} ${count.padStart(12)}`)
  const broke = mostFirst(violations).map(([what, count]) => `  ${count} × violated: ${what}`)
  const verdict = `${title}: ${short(broken)} of ${short(runs)} runs broke an invariant`
  return [verdict, ...lines, ...broke].join('\n')
}

/** Formats the runs of a mutant as one line. */
export function mutantLine(name: string, { runs, broken, violations }: Sum): string {
  const worst = mostFirst(violations).slice(0, WORST)
  const broke = worst.map(([what, count]) => `${what} (${count})`).join('; ')
  return `${name.padEnd(34)} ${String(broken).padStart(5)} of ${runs}  ${broke || 'not caught'}`
}

/** Formats a recorded run and the invariants it broke. */
export function historyOf(seed: number, { history, violations }: World): string {
  const broke = violations.size === 0 ? 'no violation' : `broken: ${[...violations].join('; ')}`
  return [...history, `seed ${seed}: ${broke}`].join('\n')
}

function short(count: number): string {
  return count.toLocaleString('en-US')
}

function mostFirst<T>(counts: Map<T, number>): [T, number][] {
  return [...counts].toSorted(([, a], [, b]) => b - a)
}
