import { RetryLater, type Steps } from '../world/steps.ts'
import { StripeError } from '../world/stripe-keys.ts'
import type { World } from '../world/world.ts'

/** A failure with one document does not end the sweep; the next sweep retries it. */
export function* tolerateFailure(world: World, steps: Steps): Steps {
  try {
    yield* steps
  } catch (error) {
    if (!(error instanceof RetryLater) && !(error instanceof StripeError)) throw error
    world.failures += 1
    world.record(`(sweep: ${error.message})`)
  }
}
