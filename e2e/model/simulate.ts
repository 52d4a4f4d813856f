import { checkRest } from './invariants/at-rest.ts'
import { drawScenario } from './people/scenario.ts'
import { paying } from './people/shopper.ts'
import type { Rule } from './rules.ts'
import { mergeCart } from './shop/cart.ts'
import { republishAll } from './shop/republish.ts'
import { ONE_DAY, ONE_MINUTE, SWEEP } from './world/clock.ts'
import { retryParked, type Limits } from './world/faults.ts'
import { Random } from './world/random.ts'
import { Scheduler } from './world/scheduler.ts'
import { World } from './world/world.ts'

export interface Options {
  /** The removed rules. */
  removed?: ReadonlySet<Rule>
  isRecording?: boolean
  /** Overrides of the drawn limits. */
  limits?: Partial<Limits>
}

const HOSTILE_TICKS = 1_200
/** A run takes about 1,600 ticks. */
const MAX_STEPS = 40_000
const ROUNDS = 600
const TICKS_A_ROUND = 5_000
/** Waits between idle sweeps; after all of them the shop has settled. */
const IDLE_WAITS = [SWEEP, ONE_MINUTE, ONE_MINUTE, ONE_DAY + 1, ONE_DAY + 1]

/** One run: faults, then none until everything has settled, then the checks. */
export function simulate(seed: number, options: Options = {}): World {
  const { removed = new Set(), isRecording = false } = options
  const world = new World(new Random(seed), removed, isRecording)
  const { actions, limits, initial } = drawScenario(world)
  const scheduler = new Scheduler(world, actions, { ...limits, ...options.limits })
  for (let tick = 0; tick < HOSTILE_TICKS; tick += 1) scheduler.tick()
  world.isFaulty = false
  settle(scheduler)
  if (world.needsRepublish) {
    republishAll(world)
    settle(scheduler)
  }
  if (world.bus.parked.length > 0) {
    retryParked(world)
    settle(scheduler)
  }
  openMergedCarts(scheduler)
  checkRest(world, initial)
  payOpenOrders(scheduler)
  checkRest(world, initial)
  return world
}

/** A guest cart is merged when its user reads the cart. */
function openMergedCarts(scheduler: Scheduler): void {
  const { world } = scheduler
  for (const { userId, mergedInto } of world.carts.values())
    if (mergedInto !== undefined)
      scheduler.start('cart', 'GET', mergeCart(world, userId, mergedInto))
  settle(scheduler)
}

/** Pays the orders that are still Created, which must be payable. */
function payOpenOrders(scheduler: Scheduler): void {
  const { world } = scheduler
  const open = [...world.orders.values()].filter(({ status }) => status === 'Created')
  if (open.length === 0) return
  for (const { id } of open) {
    const { service, name, steps } = paying(world, id, 'good')
    scheduler.start(service, name, steps())
  }
  settle(scheduler)
  for (const { id, status } of open)
    if (status === 'Created') world.violate('an open order can be paid', id)
}

function settle(scheduler: Scheduler): void {
  const { world } = scheduler
  let quiet = 0
  for (let round = 0; round < ROUNDS && world.stats.steps <= MAX_STEPS; round += 1) {
    const before = world.changes + world.failures
    for (let tick = 0; tick < TICKS_A_ROUND && scheduler.tick(); tick += 1);
    const timer = nextTimer(scheduler)
    if (timer < world.now + SWEEP) {
      world.now = Math.max(world.now, timer)
      continue
    }
    const isQuiet = timer === Number.POSITIVE_INFINITY && before === world.changes + world.failures
    quiet = isQuiet ? quiet + 1 : 0
    if (quiet > IDLE_WAITS.length) return
    world.now = Math.min(timer, world.now + (IDLE_WAITS[Math.max(0, quiet - 1)] ?? SWEEP))
    scheduler.sweep()
  }
  world.violate('the shop settles')
}

/** The time of the next scheduled step. */
function nextTimer({ world, threads, checks }: Scheduler): number {
  const { orders, payments, reservations, products, bus, stripe } = world
  const documents = [orders, payments, reservations, products].flatMap((all) => [...all.values()])
  return Math.min(
    ...documents.flatMap(({ outbox }) => (outbox.length > 0 ? [world.now] : [])),
    ...checks.due.map(({ at }) => at),
    ...bus.deliveries.map(({ busyUntil }) => busyUntil),
    ...stripe.webhooks.map(({ at }) => at),
    ...stripe.refunds.changes.map(({ at }) => at),
    ...threads.map(({ pausedUntil }) => pausedUntil),
  )
}
