import { disturbWebhooks } from '../kit/sandbox.ts'
import type { Count, Scenario } from '../kit/scenario.ts'
import { lostIn, whileShopping } from '../kit/while-shopping.ts'

/** A card that the bank always asks about: the webhook is then how the shop hears of the money first. */
const ASKED = { token: 'tok_authenticationRequired', number: '4000002760003184' }
const MANY = 100_000

/** Webhooks are lost, doubled and shuffled while payers confirm at their bank. */
export const webhooks: Scenario = {
  name: 'webhooks lost, doubled, shuffled',
  invariants: [1, 23],
  quick: 3,
  full: 15,
  run: async (trial, seconds) => {
    const counts: Count[] = []
    for (const kind of ['drop', 'duplicate', 'shuffle'] as const) {
      const disturbed = await disturbWebhooks(kind, ASKED.number, MANY)
      const tally = await whileShopping(trial, () => Bun.sleep(seconds * 1000), ASKED.token)
      const struck = await disturbed()
      counts.push(
        { what: `${kind}: ${struck} webhooks, struck`, seen: Math.min(1, struck), goal: 1 },
        lostIn(tally),
      )
    }
    return counts
  },
}
