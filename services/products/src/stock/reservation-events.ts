import { event, type OutboxEntry } from '@shop/shared/outbox'
import type { Reservation } from '../domain/reservation.ts'

const inventoryReserved = ({ orderId, paymentId }: Reservation) =>
  event('inventory:reserved', { orderId, paymentId })

const inventoryRejected = ({ orderId, paymentId, short = [] }: Reservation) =>
  event('inventory:rejected', { orderId, paymentId, short })

/** The event of a reservation's state, if any. */
export function eventOf(reservation: Reservation): OutboxEntry | null {
  if (reservation.state === 'Reserved') return inventoryReserved(reservation)
  return reservation.state === 'Rejected' ? inventoryRejected(reservation) : null
}
