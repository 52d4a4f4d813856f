import type { PayloadOf } from '@shop/shared/contracts'
import type { Service } from './services.ts'

/** The contract's payloads, without fields for display. */
export interface Payloads {
  'order:created': Omit<PayloadOf<'order:created'>, 'status'> & { createdAt: number }
  'order:cancelled': PayloadOf<'order:cancelled'>
  'payment:authorized': Omit<PayloadOf<'payment:authorized'>, 'brand' | 'last4'>
  'payment:created': PayloadOf<'payment:created'>
  'payment:cancelled': PayloadOf<'payment:cancelled'>
  'payment:refunded': PayloadOf<'payment:refunded'>
  'refund:asked': PayloadOf<'refund:asked'>
  'refund:ended': PayloadOf<'refund:ended'>
  'inventory:reserved': PayloadOf<'inventory:reserved'>
  'inventory:rejected': Omit<PayloadOf<'inventory:rejected'>, 'short'>
  'product:updated': Pick<PayloadOf<'product:updated'>, 'id' | 'available' | 'archived' | 'version'>
}

export type Subject = keyof Payloads

/** A subject with its payload. */
export type Content = { [S in Subject]: { subject: S; data: Payloads[S] } }[Subject]

/** An event in an outbox or in the broker. */
export type Event = Content & { id: string; appendedAt: number }

/** An event that is published again, and when its document last appended one. */
export interface PastEvent {
  content: Content
  appendedAt: number
}

/** The consumers of each subject in the saga. */
export const CONSUMERS = {
  'order:created': ['payments'],
  'order:cancelled': ['payments'],
  'payment:authorized': ['products'],
  'inventory:reserved': ['payments'],
  'inventory:rejected': ['payments'],
  'payment:created': ['products', 'cart', 'orders'],
  'payment:cancelled': ['products', 'orders'],
  'payment:refunded': ['products', 'orders'],
  'refund:asked': ['payments'],
  'refund:ended': ['orders', 'products'],
  'product:updated': ['orders'],
} as const satisfies Record<Subject, readonly Service[]>

/** The publisher of each subject. */
export const PUBLISHERS = {
  'order:created': 'orders',
  'order:cancelled': 'orders',
  'payment:authorized': 'payments',
  'inventory:reserved': 'products',
  'inventory:rejected': 'products',
  'payment:created': 'payments',
  'payment:cancelled': 'payments',
  'payment:refunded': 'payments',
  'refund:asked': 'orders',
  'refund:ended': 'payments',
  'product:updated': 'products',
} as const satisfies Record<Subject, Service>

/** The subjects that a service publishes. */
export function subjectsOf(service: Service): Subject[] {
  const subjects = Object.keys(PUBLISHERS) as Subject[]
  return subjects.filter((subject) => PUBLISHERS[subject] === service)
}
