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
  'inventory:reserved': PayloadOf<'inventory:reserved'>
  'inventory:rejected': Omit<PayloadOf<'inventory:rejected'>, 'short'>
  'product:updated': Pick<PayloadOf<'product:updated'>, 'id' | 'available' | 'archived' | 'version'>
}

export type Subject = keyof Payloads

/** An event in an outbox or in the broker. */
export interface Event<S extends Subject = Subject> {
  id: string
  subject: S
  data: Payloads[S]
  /** How often it was published. */
  publishCount: number
  nextAt: number
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
  'payment:refunded': ['products'],
  'product:updated': ['orders'],
} as const satisfies Record<Subject, readonly Service[]>
