import { EVENTS } from '@shop/shared/contracts'
import { withBus } from '../../tools/stack-bus.ts'
import type { Scenario } from '../kit/scenario.ts'
import { afterSaleCounts, whileGivingBack } from '../kit/while-giving-back.ts'
import { unresolvedIn, whileShopping } from '../kit/while-shopping.ts'

/** Every message is published a second time, so that services receive everything twice. */
export const doubledDeliveries: Scenario = {
  name: 'every message delivered twice',
  invariants: [1, 3, 10, 14],
  quick: 5,
  full: 30,
  run: (trial, seconds) =>
    withBus(async (bus) => {
      const seen = new Set<string>()
      const doubling: Promise<void>[] = []
      let isOver = false
      const doubleEach = (subject: string) =>
        bus.tail(subject, 0, (text) => {
          const { eventId } = JSON.parse(text).meta
          if (isOver || seen.has(eventId)) return
          seen.add(eventId)
          doubling.push(bus.publish(subject, text))
        })
      await Promise.all(Object.keys(EVENTS).map(doubleEach))
      const wait = () => Bun.sleep(seconds * 1000)
      const [tally, afterSale] = await Promise.all([
        whileShopping(trial, wait),
        whileGivingBack(trial, wait),
      ])
      isOver = true
      const doubled = await Promise.all(doubling)
      return [
        { what: 'events doubled', seen: doubled.length, goal: 'some' },
        unresolvedIn(tally),
        ...afterSaleCounts(afterSale),
      ]
    }),
}
