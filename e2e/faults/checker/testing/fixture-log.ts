import type { Meta, Subject } from '@shop/shared/contracts'
import type { Product } from '../facts.ts'
import { addEvent, emptyLog, type Log } from '../log.ts'

export const PRICE = 1250
export const REST = 'p-back-rest'

export const teapot: Product = {
  id: 'teapot',
  title: 'Teapot',
  price: PRICE,
  quantity: 9,
  available: 9,
  archived: false,
  version: 5,
  holds: [],
  restocked: [REST],
  pictures: ['products/teapot/a-1200.webp'],
  shown: ['products/teapot/a-1200.webp', 'products/teapot/b-1200.webp'],
}

/** The events of the consistent fixture. */
export function fixtureLog(orderIds: readonly string[]): Log {
  const log = emptyLog()
  const add = (subject: Subject, of: string, event: object) =>
    addEvent(log, subject, message(event, { correlationId: of }))
  for (const id of orderIds)
    addEvent(log, 'order:created', message({ id, version: 0 }, { eventId: `placed-${id}` }))
  add('order:cancelled', 'void', { id: 'void', version: 1 })
  add('order:cancelled', 'back', { id: 'back', version: 1 })
  add('inventory:reserved', 'paid', { paymentId: 'p-paid' })
  add('inventory:reserved', 'back', { paymentId: 'p-back' })
  add('payment:created', 'paid', { id: 'p-paid' })
  add('payment:created', 'back', { id: 'p-back' })
  add('payment:cancelled', 'void', { id: 'p-void' })
  add('payment:refunded', 'back', { id: 'p-back', refundId: REST })
  add('product:created', 'seller', stock(11, 0))
  add('product:updated', 'seller', stock(8, 1))
  add('product:updated', 'paid', stock(7, 2))
  // Version 3 was replaced in the outbox before it was published.
  add('product:updated', 'back', stock(7, 4))
  add('product:updated', 'seller', stock(9, 5))
  return log
}

/** The payload of a product event. */
export function stock(quantity: number, version: number) {
  const { id, title, archived } = teapot
  return { id, title, price: PRICE / 100, quantity, available: quantity, archived, version }
}

/** A message with an event. */
export function message(event: object, meta: Partial<Meta> = {}): string {
  const own = { eventId: crypto.randomUUID(), correlationId: 'other' }
  return JSON.stringify({ ...event, meta: { ...own, ...meta } })
}
