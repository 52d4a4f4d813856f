import type { PayloadOf } from '@shop/shared/contracts'
import { event, type OutboxEntry } from '@shop/shared/outbox'
import type { Reservation } from '../domain/reservation.ts'

type ReservationEvent =
  | { subject: 'inventory:reserved'; data: PayloadOf<'inventory:reserved'> }
  | { subject: 'inventory:rejected'; data: PayloadOf<'inventory:rejected'> }

/** The event of a reservation's state, if any. */
export function eventOf({
  state,
  orderId,
  paymentId,
  short = [],
}: Reservation): ReservationEvent | null {
  const data = { orderId, paymentId }
  if (state === 'Reserved') return { subject: 'inventory:reserved', data }
  if (state === 'Rejected') return { subject: 'inventory:rejected', data: { ...data, short } }
  return null
}

export function toOutbox({ subject, data }: ReservationEvent): OutboxEntry {
  return event(subject, data)
}
