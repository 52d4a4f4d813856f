import { EVENTS } from '@shop/shared/contracts'
import { until } from '../../stack/system/until.ts'
import { withBus } from '../../tools/stack-bus.ts'
import { createProduct } from '../kit/create-product.ts'
import type { Scenario } from '../kit/scenario.ts'
import { runShoppers } from '../kit/shoppers.ts'

const ONCE_A_SALE = ['order:created', 'payment:authorized', 'inventory:reserved', 'payment:created']
const WITHIN_MS = 30_000
// On a new connection, each replica publishes again what came after the mark.
const CHECKED_MS = 10_000
// A replica publishes what another one has left alone for 6 s.
const QUIET_MS = 10_000

/** Nothing is disturbed: all replicas together publish what one would. */
export const sharedWork: Scenario = {
  name: 'replicas share the work',
  invariants: [52],
  full: 100,
  run: (trial, shoppers) =>
    withBus(async (bus) => {
      await Bun.sleep(CHECKED_MS)
      const product = await createProduct(trial, shoppers)
      const published: { subject: string; eventId: string }[] = []
      const watch = (subject: string) =>
        bus.tail(subject, 0, (text) =>
          published.push({ subject, eventId: JSON.parse(text).meta.eventId }),
        )
      await Promise.all(Object.keys(EVENTS).map(watch))
      const count = (subject: string) => published.filter((each) => each.subject === subject).length
      const tally = await runShoppers(trial, { product, shoppers, atOnce: 6 })
      await until(() => count('payment:created') >= shoppers, { withinMs: WITHIN_MS, everyMs: 100 })
      await Bun.sleep(QUIET_MS)
      const ids = new Set(published.map(({ eventId }) => eventId))
      return [
        { what: 'paid', seen: tally.paid, goal: shoppers },
        ...ONCE_A_SALE.map((what) => ({ what, seen: count(what), goal: shoppers })),
        // Sales in quick succession are published as one.
        { what: 'product:updated', seen: count('product:updated'), goal: { atMost: shoppers } },
        { what: 'events published twice', seen: published.length - ids.size, goal: 0 },
      ]
    }),
}
