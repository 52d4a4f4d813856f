import type { Invariant } from './invariants/invariant.ts'
import type { Rule } from './rules.ts'
import { simulate, type Options } from './simulate.ts'
import type { World } from './world/world.ts'

/** Many runs together. */
export interface Sum {
  runs: number
  /** Runs that broke something. */
  broken: number
  /** How many runs broke what. */
  violations: Map<Invariant, number>
  shortest?: { seed: number; size: number }
  figures: Map<string, number>
}

/** What a kind of runs is like. */
export function optionsOf(without: readonly Rule[], isLean: boolean): Options {
  if (!isLean) return { removed: new Set(without) }
  // Whatever is told again later heals what a missing rule has left undone.
  const removed = new Set<Rule>([...without, 're-announcement'])
  return { removed, limits: { wipes: 0, losses: 0, outages: 0 } }
}

/** Runs one seed after the other and sums up. */
export function runMany(firstSeed: number, runs: number, options: Options): Sum {
  const sum: Sum = { runs, broken: 0, violations: new Map(), figures: new Map() }
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const world = simulate(seed, options)
    addFigures(sum.figures, world)
    if (world.violations.size === 0) continue
    sum.broken += 1
    for (const invariant of world.violations) add(sum.violations, invariant)
    const size = sizeOf(world)
    if (sum.shortest === undefined || size < sum.shortest.size) sum.shortest = { seed, size }
  }
  return sum
}

/** How much there is to read in a run: few orders and products say more than few steps. */
function sizeOf({ stats, orders, products }: World): number {
  return stats.steps + 500 * (orders.size + products.size)
}

function addFigures(figures: Map<string, number>, world: World): void {
  for (const [name, count] of Object.entries(world.stats)) add(figures, name, count)
  for (const { status, reason = '' } of world.orders.values())
    add(figures, `orders ${status} ${reason}`.trimEnd())
  for (const { state } of world.payments.values()) add(figures, `payments ${state}`)
  for (const { refunds } of world.stripe.intents.values())
    add(figures, 'refunds given', refunds.filter(({ status }) => status === 'succeeded').length)
}

function add<K>(map: Map<K, number>, key: K, count = 1): void {
  map.set(key, (map.get(key) ?? 0) + count)
}
