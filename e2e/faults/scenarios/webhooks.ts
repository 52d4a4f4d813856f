import type { Count } from '../kit/count.ts'
import { challengedCard, injectWebhookFault } from '../kit/sandbox.ts'
import type { Scenario } from '../kit/scenario.ts'
import { unresolvedIn, whileShopping } from '../kit/while-shopping.ts'

/** Requires 3-D Secure: a webhook is then the first sign of the authorization. */
const CHALLENGED = '4000002760003184'
const KINDS = ['drop', 'duplicate', 'shuffle'] as const
const LABELS = { drop: 'dropped', duplicate: 'duplicated', shuffle: 'reordered' }
const MANY = 100_000

/** Webhooks are dropped, duplicated and reordered while shoppers pass 3-D Secure. */
export const webhooks: Scenario = {
  name: 'webhooks dropped, duplicated, reordered',
  invariants: [1, 23],
  quick: 3,
  full: 15,
  run: async (trial, seconds) => {
    const counts: Count[] = []
    for (const kind of KINDS) {
      const endFault = await injectWebhookFault(kind, CHALLENGED, MANY)
      const tally = await whileShopping(trial, () => Bun.sleep(seconds * 1000), challengedCard)
      const affected = await endFault()
      counts.push(
        { what: `webhooks ${LABELS[kind]}`, seen: affected, goal: 'some' },
        unresolvedIn(tally),
      )
    }
    return counts
  },
}
