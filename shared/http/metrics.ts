import { prometheus } from '@hono/prometheus'
import { register } from 'prom-client'

/** Counts and times requests by method, route and status. */
export const httpMetrics = prometheus({
  registry: register,
  // By default a timer of 10 ms, which costs an idle service more than all its work.
  collectDefaultMetrics: { eventLoopMonitoringPrecision: 1000 },
}).registerMetrics
