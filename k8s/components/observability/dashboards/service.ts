import { QueryVariableBuilder, VariableRefresh } from '@grafana/grafana-foundation-sdk/dashboard'
import { newDashboard } from './new-dashboard.ts'
import { PROMETHEUS, graph } from './panel.ts'

const own = 'namespace="shop", service="$service"'
const requests = 'http_request_duration_seconds'

const service = new QueryVariableBuilder('service')
  .label('Service')
  .datasource(PROMETHEUS)
  .query(`label_values(process_start_time_seconds{namespace="shop"}, service)`)
  .refresh(VariableRefresh.OnDashboardLoad)

/** How is one service? */
export const oneService = newDashboard('service', 'Service', [
  graph({
    title: 'Requests by route',
    description: 'Whatever their status.',
    unit: 'reqps',
    queries: [
      [
        '{{method}} {{route}}',
        `sum by (method, route) (rate(${requests}_count{${own}}[$__rate_interval]))`,
      ],
    ],
  }),
  graph({
    title: 'Refused and failed requests by route',
    description: 'A status from 400 on is a refusal, one from 500 on a failure.',
    unit: 'reqps',
    queries: [
      [
        '{{status}} {{method}} {{route}}',
        `sum by (status, method, route) (rate(${requests}_count{${own}, status=~"[45].."}[$__rate_interval]))`,
      ],
    ],
  }),
  graph({
    title: 'Time until the response begins, by route',
    description: 'All but a twentieth of the requests are faster.',
    unit: 's',
    queries: [
      [
        '{{method}} {{route}}',
        `histogram_quantile(0.95, sum by (le, method, route) (rate(${requests}_bucket{${own}}[$__rate_interval])))`,
      ],
    ],
  }),
  graph({
    title: 'Delay of the event loop',
    description:
      'How late all but a hundredth of the timers ran: the process is busy or was paused.',
    unit: 's',
    queries: [
      [
        '{{pod}}',
        `histogram_quantile(0.99, sum by (le, pod) (rate(event_loop_lag_seconds_bucket{${own}}[$__rate_interval])))`,
      ],
    ],
  }),
  graph({
    title: 'Memory',
    description: 'Resident memory of each process; at the limit of its pod it is killed.',
    unit: 'bytes',
    queries: [['{{pod}}', `process_resident_memory_bytes{${own}}`]],
  }),
  graph({
    title: 'CPU',
    description: 'Share of one core.',
    unit: 'percentunit',
    queries: [['{{pod}}', `rate(process_cpu_seconds_total{${own}}[$__rate_interval])`]],
  }),
  graph({
    title: 'Connections to Mongo',
    description: 'Requests that wait for a connection wait for the database.',
    unit: 'short',
    queries: [['{{pod}} {{state}}', `sum by (pod, state) (mongo_connections{${own}})`]],
  }),
]).withVariable(service)
