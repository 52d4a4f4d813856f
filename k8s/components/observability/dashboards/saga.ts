import { newDashboard } from './new-dashboard.ts'
import { graph } from './panel.ts'

/** Does everything that was begun come to its end? */
export const saga = newDashboard('saga', 'Orders and payments under way', [
  graph({
    title: 'Unfinished orders and payments',
    description: 'By the state in which they wait. Created and Pending wait for the shopper.',
    unit: 'short',
    queries: [
      ['order {{state}}', 'max by (state) (orders_unfinished{namespace="shop"})'],
      ['payment {{state}}', 'max by (state) (payments_unfinished{namespace="shop"})'],
    ],
  }),
  graph({
    title: 'Oldest payment that nobody but the shop can finish',
    description: 'How long it has been in its state; money is held meanwhile.',
    unit: 's',
    queries: [
      [
        '{{state}}',
        'max by (state) (payments_unfinished_age_seconds{namespace="shop", state=~"Authorized|Capturing|Cancelling"})',
      ],
    ],
    alert: { name: 'ShopPaymentStuck', above: 3600 },
  }),
  graph({
    title: 'From the payment to the complete order',
    description: 'How long half of all orders, all but a twentieth and all but a hundredth took.',
    unit: 's',
    queries: [0.5, 0.95, 0.99].map((share) => [
      `${share * 100} %`,
      `histogram_quantile(${share}, sum by (le) (rate(order_completion_seconds_bucket{namespace="shop"}[$__rate_interval])))`,
    ]),
  }),
  graph({
    title: 'Documents with an unpublished event',
    description: 'More than a few that stay mean that the broker takes no events.',
    unit: 'short',
    queries: [
      [
        '{{service}} {{collection}}',
        'max by (service, collection) (outbox_depth{namespace="shop"})',
      ],
    ],
  }),
  graph({
    title: 'Oldest unpublished event',
    description: 'How long it has waited.',
    unit: 's',
    queries: [
      [
        '{{service}} {{collection}}',
        'max by (service, collection) (outbox_age_seconds{namespace="shop"})',
      ],
    ],
    alert: { name: 'ShopOutboxWaits', above: 60 },
  }),
  graph({
    title: 'Open refunds',
    description: 'Asked for, and not yet made by Stripe.',
    unit: 'short',
    queries: [['refunds', 'max(refunds_unfinished{namespace="shop"})']],
  }),
  graph({
    title: 'Oldest open refund',
    description: 'Since when it has been asked for.',
    unit: 's',
    queries: [['refund', 'max(refunds_unfinished_age_seconds{namespace="shop"})']],
    alert: { name: 'ShopRefundStaysOpen', above: 3600 },
  }),
  graph({
    title: 'Refunds within an hour',
    description: 'By how they ended. A failed one is tried again at the order.',
    unit: 'short',
    queries: [
      ['{{outcome}}', 'sum by (outcome) (increase(refunds_ended_total{namespace="shop"}[1h]))'],
    ],
  }),
])
