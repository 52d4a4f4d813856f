import type { Count } from '../kit/count.ts'
import { askedCard, disturbWebhooks } from '../kit/sandbox.ts'
import type { Scenario } from '../kit/scenario.ts'
import { lostIn, whileShopping } from '../kit/while-shopping.ts'

/** The bank asks about this card: a webhook is then the first to tell of the money. */
const ASKED = '4000002760003184'
const KINDS = ['drop', 'duplicate', 'shuffle'] as const
const TOLD = { drop: 'lost', duplicate: 'doubled', shuffle: 'shuffled' }
const MANY = 100_000

/** Webhooks are lost, doubled and shuffled while payers confirm at their bank. */
export const webhooks: Scenario = {
  name: 'webhooks lost, doubled, shuffled',
  invariants: [1, 23],
  quick: 3,
  full: 15,
  run: async (trial, seconds) => {
    const counts: Count[] = []
    for (const kind of KINDS) {
      const disturbed = await disturbWebhooks(kind, ASKED, MANY)
      const tally = await whileShopping(trial, () => Bun.sleep(seconds * 1000), askedCard)
      const struck = await disturbed()
      counts.push({ what: `webhooks ${TOLD[kind]}`, seen: struck, goal: 'some' }, lostIn(tally))
    }
    return counts
  },
}
