import type { Patch } from '../bundling/patched-source.ts'
import type { Scenario } from '../kit/scenario.ts'
import { brokerWiped } from '../scenarios/broker-wiped.ts'
import { cancelAtFailpoints } from '../scenarios/cancel-at-failpoints.ts'
import { doubledDeliveries } from '../scenarios/doubled-deliveries.ts'
import { failpoints } from '../scenarios/failpoints.ts'
import { poison } from '../scenarios/poison.ts'
import { soldOut } from '../scenarios/sold-out.ts'

/** The shop without one of its rules, and the scenario that must notice. */
export interface Mutant {
  rule: string
  patches: readonly Patch[]
  scenario: Scenario
  amount: number
}

const STOCK = 'services/products/src/stock/product-stock.ts'
const RELAY = 'shared/outbox/relay.ts'

/** Telling again later would heal what a missing rule has lost. */
const TOLD_ONCE: Patch = {
  file: RELAY,
  find: 'const REPUBLISH_FACTORS = [1, 10, 120]',
  replace: 'const REPUBLISH_FACTORS: number[] = []',
}

/** The shop with all its rules, tried in the same haste: these scenarios must be green. */
export const CONTROLS: readonly Mutant[] = [
  { rule: 'none', patches: [], scenario: soldOut, amount: 100 },
  { rule: 'none', patches: [TOLD_ONCE], scenario: failpoints, amount: 1 },
  { rule: 'none', patches: [], scenario: doubledDeliveries, amount: 5 },
  { rule: 'none', patches: [], scenario: brokerWiped, amount: 2 },
  { rule: 'none', patches: [], scenario: cancelAtFailpoints, amount: 1 },
  { rule: 'none', patches: [], scenario: poison, amount: 30 },
]

/** Ten rules, each of them switched off alone. */
export const MUTANTS: readonly Mutant[] = [
  {
    rule: 'goods are claimed only where enough are free',
    patches: [{ file: STOCK, find: 'available: { $gte: quantity },', replace: '' }],
    scenario: soldOut,
    amount: 100,
  },
  {
    rule: 'one payment claims a product once',
    patches: [
      {
        file: STOCK,
        find: '...notHeld(productId, paymentId),\n      available',
        replace: '_id: productId,\n      available',
      },
    ],
    scenario: failpoints,
    amount: 1,
  },
  {
    rule: 'a payment is taken out of the cart once',
    patches: [
      {
        file: 'services/cart/src/cart-repository.ts',
        find: '      if (cart.applied.includes(paymentId)) return\n',
        replace: '',
      },
    ],
    scenario: doubledDeliveries,
    amount: 5,
  },
  {
    rule: 'an event is marked as told only after the broker has stored it',
    patches: [
      TOLD_ONCE,
      {
        file: RELAY,
        find: '      // failpoint: relay.beforePublish\n',
        replace:
          '      await model.collection.updateOne({ _id: document._id as never }, published(entry, this.#options.republishMs))\n      // failpoint: relay.beforePublish\n',
      },
    ],
    scenario: failpoints,
    amount: 1,
  },
  {
    rule: 'events are told again later',
    patches: [TOLD_ONCE],
    scenario: brokerWiped,
    amount: 2,
  },
  {
    rule: 'money that was taken for a cancelled order goes back',
    patches: [
      {
        file: 'services/payments/src/listeners/on-order-cancelled.ts',
        find: "if (payment?.state === 'Captured') return refundRemaining(deps, payment)",
        replace: "if (payment?.state === 'Captured') return",
      },
    ],
    scenario: cancelAtFailpoints,
    amount: 1,
  },
  {
    rule: 'an order that has ended stays as it is',
    patches: [
      {
        file: 'services/orders/src/transition-write.ts',
        find: '    status: { $in: statesBefore(to) },\n',
        replace: '',
      },
    ],
    scenario: cancelAtFailpoints,
    amount: 1,
  },
  {
    rule: 'Stripe is asked for a PaymentIntent by one key an order',
    patches: [
      {
        file: 'services/payments/src/payment-gateway.ts',
        find: '`create:${idOf(payment)}`',
        replace: 'crypto.randomUUID()',
      },
    ],
    scenario: failpoints,
    amount: 1,
  },
  {
    rule: 'held money of a payment that is given up is released',
    patches: [
      {
        file: 'services/payments/src/steps/cancel.ts',
        find: '  await releaseMoney(deps, payment)\n',
        replace: '',
      },
    ],
    scenario: soldOut,
    amount: 100,
  },
  {
    rule: 'what nothing can handle is put aside',
    patches: [
      {
        file: 'shared/events/subscribe.ts',
        find: "if (typeof event === 'string') return park(event)",
        replace: "if (typeof event === 'string') throw new Error(event)",
      },
    ],
    scenario: poison,
    amount: 30,
  },
]
