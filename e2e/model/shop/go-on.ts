import { NotYet, type Steps } from '../world/steps.ts'
import { StripeError } from '../world/stripe-keys.ts'
import type { World } from '../world/world.ts'

/** One document's trouble does not end the sweep; the next sweep comes. */
export function* goOn(world: World, steps: Steps): Steps {
  try {
    yield* steps
  } catch (error) {
    if (!(error instanceof NotYet) && !(error instanceof StripeError)) throw error
    world.failures += 1
    world.record(`(sweep: ${error.message})`)
  }
}
