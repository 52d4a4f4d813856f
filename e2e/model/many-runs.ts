import type { Invariant } from './invariants/invariant.ts'
import { simulate, type Options } from './simulate.ts'
import type { World } from './world/world.ts'

/** The totals of many runs. */
export interface Sum {
  runs: number
  /** Runs that broke an invariant. */
  broken: number
  /** Numbers of runs by broken invariant. */
  violations: Map<Invariant, number>
  shortest?: { seed: number; size: number }
  figures: Map<string, number>
}

/** Runs consecutive seeds and sums up. */
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

/** The reading effort of a run: few orders and products matter more than few steps. */
function sizeOf({ stats, orders, products }: World): number {
  return stats.steps + 500 * (orders.size + products.size)
}

function addFigures(figures: Map<string, number>, world: World): void {
  for (const [name, count] of Object.entries(world.stats)) add(figures, name, count)
  for (const { status, reason = '' } of world.orders.values())
    add(figures, `orders ${status} ${reason}`.trimEnd())
  for (const { state } of world.payments.values()) add(figures, `payments ${state}`)
  addRefunds(figures, world)
}

function addRefunds(figures: Map<string, number>, { stripe, orders }: World): void {
  for (const { refunds } of stripe.intents.values())
    for (const { status, refundId } of refunds)
      add(figures, `refunds ${refundId === undefined ? 'by dashboard ' : ''}${status}`)
  for (const { refunds, parcels, returns } of orders.values()) {
    for (const { by, status } of refunds) add(figures, `refunds by ${by} ${status}`)
    for (const { status } of parcels) add(figures, `parcels ${status}`)
    for (const { status } of returns) add(figures, `returns ${status}`)
  }
}

function add<K>(map: Map<K, number>, key: K, count = 1): void {
  map.set(key, (map.get(key) ?? 0) + count)
}
