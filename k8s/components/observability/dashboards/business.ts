import { newDashboard } from './new-dashboard.ts'
import { graph } from './panel.ts'

const hourly = (metric: string, by: string) =>
  `sum by (${by}) (increase(${metric}{namespace="shop"}[1h]))`

/** What is sold, and why not? */
export const business = newDashboard('business', 'Business', [
  graph({
    title: 'Orders within an hour',
    description: 'Placed, and paid.',
    unit: 'short',
    queries: [
      ['placed', 'sum(increase(orders_placed_total{namespace="shop"}[1h]))'],
      ['paid', 'sum(increase(orders_completed_total{namespace="shop"}[1h]))'],
    ],
  }),
  graph({
    title: 'Money within an hour',
    description: 'Totals of completed orders, and what was given back.',
    unit: 'currencyUSD',
    queries: [
      ['revenue', 'sum(increase(orders_revenue_minor_units_total{namespace="shop"}[1h])) / 100'],
      ['refunded', 'sum(increase(refunds_minor_units_total{namespace="shop"}[1h])) / 100'],
    ],
  }),
  graph({
    title: 'Declined cards within an hour',
    description: 'By the code of the bank.',
    unit: 'short',
    queries: [['{{code}}', hourly('payment_declines_total', 'code')]],
  }),
  graph({
    title: 'Canceled orders within an hour',
    description: 'By reason; out_of_stock was sold out before it was paid.',
    unit: 'short',
    queries: [['{{reason}}', hourly('orders_cancelled_total', 'reason')]],
  }),
  graph({
    title: 'Returns within an hour',
    description: 'By the status that they reached.',
    unit: 'short',
    queries: [['{{status}}', hourly('returns_total', 'status')]],
  }),
  graph({
    title: 'Tries to send a mail within an hour',
    description: 'Rejected ones have failed for good, others are tried again.',
    unit: 'short',
    queries: [['{{outcome}}', hourly('mail_tries_total', 'outcome')]],
    alert: { name: 'ShopMailFails', above: 20 },
  }),
  graph({
    title: 'Oldest mail that waits',
    description: 'How long it has waited to be sent.',
    unit: 's',
    queries: [['mail', 'max(messages_unfinished_age_seconds{namespace="shop"})']],
    alert: { name: 'ShopMailWaits', above: 3600 },
  }),
])
