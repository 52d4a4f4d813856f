import { brokerWiped } from '../scenarios/broker/wiped.ts'
import { cancelAtFailpoints } from '../scenarios/cancel-at-failpoints.ts'
import { doubledDeliveries } from '../scenarios/doubled-deliveries.ts'
import { failpoints } from '../scenarios/failpoints.ts'
import { poison } from '../scenarios/poison.ts'
import { soldOut } from '../scenarios/sold-out.ts'
import { AFTER_SALE_CONTROLS, AFTER_SALE_MUTANTS } from './after-sale.ts'
import { BROKER_MUTANTS, NO_REPUBLISH } from './broker.ts'
import type { Mutant } from './mutant.ts'

const STOCK = 'services/products/src/stock/product-stock.ts'

/** The shop with all its rules and the same short waits: these scenarios must pass. */
export const CONTROLS: readonly Mutant[] = [
  { rule: 'none', patches: [], scenario: soldOut, amount: 100 },
  { rule: 'none', patches: [NO_REPUBLISH], scenario: failpoints, amount: 1 },
  { rule: 'none', patches: [], scenario: doubledDeliveries, amount: 5 },
  { rule: 'none', patches: [], scenario: brokerWiped, amount: 2 },
  { rule: 'none', patches: [], scenario: cancelAtFailpoints, amount: 1 },
  { rule: 'none', patches: [], scenario: poison, amount: 30 },
  ...AFTER_SALE_CONTROLS,
]

/** Rules, each disabled alone. */
export const MUTANTS: readonly Mutant[] = [
  {
    rule: 'stock is claimed only if enough is available',
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
    rule: 'paid items leave the cart once',
    patches: [
      {
        file: 'services/cart/src/cart-repository.ts',
        find: 'applied: { $ne: paymentId }, ',
        replace: '',
      },
    ],
    scenario: doubledDeliveries,
    amount: 5,
  },
  ...BROKER_MUTANTS,
  ...AFTER_SALE_MUTANTS,
  {
    rule: 'captured money of a cancelled order is refunded',
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
    rule: 'a final order never changes',
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
    rule: 'one idempotency key per order creates its PaymentIntent',
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
    rule: 'a cancelled payment releases its authorization',
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
    rule: 'malformed events become dead letters',
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
