import * as v from 'valibot'
import { Timestamp } from './event-fields.ts'
import { EXAMPLE_IDS } from './example-ids.ts'
import { Id } from './ids.ts'
import { pageQuery } from './page.ts'
import { NO_BODY, WRITE_PROBLEMS, listOf, routesOf, withBody, type RouteContract } from './route.ts'
import type { ServiceName } from './services.ts'

/** An event that a service could not handle. */
export const DeadLetterResponse = v.strictObject({
  id: Id,
  subject: v.string(),
  /** The event as it arrived. */
  data: v.string(),
  error: v.string(),
  /** When it was last tried. */
  at: Timestamp,
})
export type DeadLetterResponse = v.InferOutput<typeof DeadLetterResponse>

/** What a replay led to: the letter is gone, or kept with the new error. */
export const ReplayResponse = v.union([
  v.strictObject({ isHandled: v.literal(true) }),
  v.strictObject({ isHandled: v.literal(false), error: v.string() }),
])
export type ReplayResponse = v.InferOutput<typeof ReplayResponse>

export const DeadLettersQuery = v.strictObject(pageQuery)

/** Where the API of each service begins. */
export const API_PATHS: Record<ServiceName, string> = {
  auth: '/api/users',
  products: '/api/products',
  cart: '/api/cart',
  orders: '/api/orders',
  payments: '/api/payments',
  notifications: '/api/notifications',
}

const EXAMPLE = {
  id: EXAMPLE_IDS.letter,
  subject: 'order:created',
  data: '{"id":"64b7f0c2a1b2c3d4e5f60705"}',
  error: 'does not match its contract: Invalid key: Expected "items" but received undefined',
  at: '2026-11-23T14:42:00.000Z',
}

/** The dead letters of a service. */
export function deadLetterRoutes(service: ServiceName): RouteContract[] {
  const route = routesOf(service)
  const path = `${API_PATHS[service]}/dead-letters`
  const problems = [...WRITE_PROBLEMS, 'unauthenticated', 'not-found'] as const
  return [
    route('GET', path, 'admin', `List dead letters of ${service}`, {
      description: 'Events that could not be handled, newest first. They are kept for 30 days.',
      query: DeadLettersQuery,
      example: { query: { limit: '10' } },
      responses: {
        200: withBody(listOf(DeadLetterResponse), { items: [EXAMPLE], nextCursor: null }),
      },
      problems: ['validation', 'unauthenticated', 'forbidden'],
    }),
    route('POST', `${path}/:letterId/replay`, 'admin', `Replay a dead letter of ${service}`, {
      description:
        'The service handles the stored event again. It publishes nothing to other services. A letter that fails again is kept with the new error.',
      responses: { 200: withBody(ReplayResponse, { isHandled: true }) },
      problems,
    }),
    route('DELETE', `${path}/:letterId`, 'admin', `Delete a dead letter of ${service}`, {
      responses: { 204: NO_BODY },
      problems,
    }),
  ]
}
