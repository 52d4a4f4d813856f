import { newDashboard } from './new-dashboard.ts'
import { graph } from './panel.ts'

/** Do events reach everybody in time? */
export const broker = newDashboard('broker', 'Events', [
  graph({
    title: 'From the event to the end of its handler',
    description: 'By the service that handles it; all but a twentieth are faster.',
    unit: 's',
    queries: [
      [
        '{{service}}',
        'histogram_quantile(0.95, sum by (le, service) (rate(event_effect_seconds_bucket{namespace="shop"}[$__rate_interval])))',
      ],
    ],
  }),
  graph({
    title: 'Published, not yet handled',
    description:
      'Within an hour, by consumer: a line that grows is a consumer that falls behind. Published again counts as handled only.',
    unit: 'short',
    queries: [
      [
        '{{service}} {{subject}}',
        'sum by (subject) (increase(events_published_total{namespace="shop"}[1h])) - on (subject) group_right sum by (service, subject) (increase(events_handled_total{namespace="shop", outcome=~"done|parked"}[1h]))',
      ],
    ],
  }),
  graph({
    title: 'Published',
    description: 'Events by subject, without those published again.',
    unit: 'cps',
    queries: [
      [
        '{{subject}}',
        'sum by (subject) (rate(events_published_total{namespace="shop"}[$__rate_interval]))',
      ],
    ],
  }),
  graph({
    title: 'Handled',
    description: 'done; again, and redelivered later; parked as a dead letter.',
    unit: 'cps',
    queries: [
      [
        '{{service}} {{outcome}}',
        'sum by (service, outcome) (rate(events_handled_total{namespace="shop"}[$__rate_interval]))',
      ],
    ],
  }),
  graph({
    title: 'Redelivered',
    description: 'Events that were not acknowledged in time.',
    unit: 'cps',
    queries: [
      [
        '{{service}} {{subject}}',
        'sum by (service, subject) (rate(events_redelivered_total{namespace="shop"}[$__rate_interval]))',
      ],
    ],
  }),
  graph({
    title: 'Published again within an hour',
    description: 'What the broker had lost, or may have lost when a service connected again.',
    unit: 'short',
    queries: [
      [
        '{{service}} {{subject}}',
        'sum by (service, subject) (increase(events_republished_total{namespace="shop"}[1h]))',
      ],
    ],
  }),
  graph({
    title: 'Dead letters',
    description: 'Events that no handler could take; `bun run events:dead` shows them.',
    unit: 'short',
    queries: [['{{service}}', 'max by (service) (dead_letters{namespace="shop"})']],
    alert: { name: 'ShopDeadLetters', above: 0 },
  }),
])
