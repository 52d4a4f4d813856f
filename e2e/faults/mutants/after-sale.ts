import { doubledDeliveries } from '../scenarios/doubled-deliveries.ts'
import { mailOutage } from '../scenarios/mail/outage.ts'
import { refunds } from '../scenarios/refunds.ts'
import type { Mutant } from './mutant.ts'

const SENDER = 'services/notifications/src/sending/sender.ts'

export const AFTER_SALE_CONTROLS: readonly Mutant[] = [
  { rule: 'none', patches: [], scenario: refunds, amount: 1 },
  { rule: 'none', patches: [], scenario: mailOutage, amount: 2 },
]

export const AFTER_SALE_MUTANTS: readonly Mutant[] = [
  {
    rule: 'a refund is asked for only if the order is as it was read',
    patches: [
      {
        file: 'services/orders/src/order-repository.ts',
        find: '{ _id: _id.toString(), version }',
        replace: '{ _id: _id.toString() }',
      },
    ],
    scenario: refunds,
    amount: 1,
  },
  {
    rule: 'the goods of a refund are restocked once',
    patches: [
      {
        file: 'services/products/src/stock/product-stock.ts',
        find: '{ _id: productId, restocked: { $ne: refundId } }',
        replace: '{ _id: productId }',
      },
    ],
    scenario: doubledDeliveries,
    amount: 5,
  },
  {
    rule: 'a mail is marked as sent only after the server took it',
    patches: [
      {
        file: SENDER,
        find: '    const outcome = await inSpanBelow(',
        replace:
          "    await messages.mark(message, { state: 'Sent', endedAt: new Date() })\n    const outcome = await inSpanBelow(",
      },
    ],
    scenario: mailOutage,
    amount: 2,
  },
  {
    rule: 'a mail belongs to one sender at a time',
    patches: [
      {
        file: 'services/notifications/src/message-repository.ts',
        find: 'nextAt: new Date(now.getTime() + this.#leaseMs)',
        replace: 'nextAt: now',
      },
    ],
    scenario: doubledDeliveries,
    amount: 5,
  },
  {
    rule: 'the Message-ID of a mail is made of its key',
    patches: [
      {
        file: 'services/notifications/src/mail/compose.ts',
        find: '`<${digest(_id)}@${domain}>`',
        replace: '`<${crypto.randomUUID()}@${domain}>`',
      },
    ],
    scenario: mailOutage,
    amount: 2,
  },
]
