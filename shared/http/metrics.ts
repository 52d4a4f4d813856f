import { prometheus } from '@hono/prometheus'
import { register } from 'prom-client'

/** Counts and times requests by method, route and status. */
export const httpMetrics = prometheus({
  registry: register,
  collectDefaultMetrics: true,
}).registerMetrics
