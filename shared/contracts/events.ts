import * as v from 'valibot'
import { AUTH_EVENTS } from './auth/events.ts'
import { Meta, Timestamp, Version } from './event-fields.ts'
import { Id } from './ids.ts'
import { ORDERS_EVENTS } from './orders/events.ts'
import { PAYMENTS_EVENTS } from './payments/events.ts'
import { PRODUCTS_EVENTS } from './products/events.ts'
import type { ServiceName } from './services.ts'

/** What more than one service publishes. */
const COMMON_EVENTS = {
  'mail:asked': v.object({
    kind: v.picklist(['reset', 'verify', 'find', 'password-changed', 'blocked']),
    to: v.string(),
    /** Of the account that it is about. */
    userId: v.optional(Id),
    /** Of a reset or a verification; the link's secret is computed from it. */
    tokenId: v.optional(Id),
    orderIds: v.optional(v.array(Id)),
    /** The version of the user after the change of the password. */
    version: v.optional(Version),
    exp: v.optional(Timestamp),
    /** Why the account was blocked. */
    reason: v.optional(v.string()),
    happenedAt: Timestamp,
    meta: Meta,
  }),
} as const

/** The schema of every subject. Events that do not match become dead letters. */
export const EVENTS = {
  ...AUTH_EVENTS,
  ...PRODUCTS_EVENTS,
  ...ORDERS_EVENTS,
  ...PAYMENTS_EVENTS,
  ...COMMON_EVENTS,
}

export type Subject = keyof typeof EVENTS

/** The subjects that each service publishes; the broker refuses others (`k8s/base/nats/nats.conf`). */
export const PUBLISHED: Record<ServiceName, Subject[]> = {
  auth: [...subjectsOf(AUTH_EVENTS), 'mail:asked'],
  products: subjectsOf(PRODUCTS_EVENTS),
  cart: [],
  orders: [...subjectsOf(ORDERS_EVENTS), 'mail:asked'],
  payments: subjectsOf(PAYMENTS_EVENTS),
  notifications: [],
}

function subjectsOf<E extends Partial<typeof EVENTS>>(events: E): (keyof E & Subject)[] {
  return Object.keys(events) as (keyof E & Subject)[]
}

/** An event as consumers get it. */
export type EventOf<S extends Subject> = v.InferOutput<(typeof EVENTS)[S]>

/** An event without `meta`. */
export type PayloadOf<S extends Subject> = Omit<EventOf<S>, 'meta'>

export type Shortage = EventOf<'inventory:rejected'>['short'][number]
