import { createTokenBuckets } from '@shop/shared/async'
import { tooManyRequests } from '@shop/shared/contracts'
import type { Attempt } from './domain/attempt.ts'

const DECLINES_PER_HOUR = 20
const HOUR_S = 3600

/** Limits declined cards per session and per address; throws `too-many-requests`. */
export function createDeclineLimit(scale: number) {
  const burst = DECLINES_PER_HOUR * scale
  const declines = createTokenBuckets({ burst, perSecond: burst / HOUR_S })

  /** Takes a token of each key before the attempt, so that concurrent attempts cannot exceed the limit. */
  return async function limited(keys: string[], attempt: () => Promise<Attempt>): Promise<Attempt> {
    const waits = keys.map((key) => declines.take(key))
    const giveBack = () => {
      for (const [index, key] of keys.entries()) if (waits[index] === 0) declines.giveBack(key)
    }
    const waitS = Math.max(...waits)
    if (waitS > 0) {
      giveBack()
      throw tooManyRequests(waitS, 'Too many cards were declined')
    }
    try {
      const outcome = await attempt()
      if (outcome.kind !== 'declined' && outcome.kind !== 'invalid') giveBack()
      return outcome
    } catch (error) {
      giveBack()
      throw error
    }
  }
}

export type DeclineLimit = ReturnType<typeof createDeclineLimit>
