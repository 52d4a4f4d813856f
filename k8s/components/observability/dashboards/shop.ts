import { newDashboard } from './new-dashboard.ts'
import { figure, graph } from './panel.ts'

const requests = 'http_request_duration_seconds_count'

/** Is the shop well? */
export const shop = newDashboard('shop', 'Shop', [
  figure({
    title: 'Programs that do not respond',
    description: 'Processes whose metrics could not be read.',
    unit: 'short',
    queries: [['programs', 'count(up{namespace="shop"}) - sum(up{namespace="shop"})']],
    alert: { name: 'ShopProgramSilent', above: 0 },
  }),
  figure({
    title: 'Orders paid within an hour',
    description: 'Each order counts once, when it is complete.',
    unit: 'short',
    queries: [['orders', 'sum(increase(orders_completed_total{namespace="shop"}[1h]))']],
  }),
  figure({
    title: 'Revenue within an hour',
    description: 'Totals of the orders that were completed, before refunds.',
    unit: 'currencyUSD',
    queries: [
      ['revenue', 'sum(increase(orders_revenue_minor_units_total{namespace="shop"}[1h])) / 100'],
    ],
  }),
  figure({
    title: 'Dead letters',
    description: 'Events that no handler could take; `bun run events:dead` shows them.',
    unit: 'short',
    queries: [['dead letters', 'sum(max by (service) (dead_letters{namespace="shop"}))']],
    alert: { name: 'ShopDeadLetters', above: 0 },
  }),
  graph({
    title: 'Service levels, share that went well',
    description:
      'Of the last three days: pages shown, orders and payments, events and mails in time.',
    unit: 'percentunit',
    queries: [['{{slo}}', '1 - slo:burn_rate:3d * on (slo) slo:budget:ratio']],
  }),
  graph({
    title: 'Burn rate of an hour',
    description: 'How fast the error budget is used up; 1 uses up exactly the budget.',
    unit: 'short',
    queries: [['{{slo}}', 'slo:burn_rate:1h']],
    alert: { name: 'ShopCheckoutFails', above: 14.4 },
  }),
  graph({
    title: 'Requests',
    description: 'To services and pages; failed ones returned a status of 500 or above.',
    unit: 'reqps',
    queries: [
      ['all', `sum(rate(${requests}{namespace="shop"}[$__rate_interval]))`],
      [
        'failed',
        `sum(rate(${requests}{namespace="shop"}[$__rate_interval])) - sum(rate(${requests}{namespace="shop", status!~"5.."}[$__rate_interval]))`,
      ],
    ],
  }),
  graph({
    title: 'From the payment to the complete order',
    description: 'Half of all orders, and all but a twentieth, are faster.',
    unit: 's',
    queries: [0.5, 0.95].map((share) => [
      `${share * 100} %`,
      `histogram_quantile(${share}, sum by (le) (rate(order_completion_seconds_bucket{namespace="shop"}[$__rate_interval])))`,
    ]),
  }),
])
