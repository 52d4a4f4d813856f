import type { ParcelStatus, ReturnStatus } from '@shop/shared/contracts'
import type { Order } from '../../world/documents.ts'
import type { World } from '../../world/world.ts'

/** The statuses that may follow each. */
export const PARCEL_MOVES: Record<ParcelStatus, ParcelStatus[]> = {
  ToSend: ['Sent', 'Cancelled'],
  Sent: ['Delivered'],
  Delivered: [],
  Cancelled: [],
}

export const RETURN_MOVES: Record<ReturnStatus, ReturnStatus[]> = {
  Asked: ['Accepted', 'Refused', 'Refunding'],
  Accepted: ['Refunding'],
  Refused: [],
  Refunding: ['Refunded'],
  Refunded: [],
}

/** Writes an order, and checks that its parcels and returns move along their tables. */
export function moving(world: World, order: Order, write: (order: Order) => void): void {
  const parcels = order.parcels.map(({ status }) => status)
  const returns = order.returns.map(({ status }) => status)
  write(order)
  const parcelsNow = order.parcels.map(({ status }) => status)
  const returnsNow = order.returns.map(({ status }) => status)
  check(world, 'parcel', PARCEL_MOVES, [parcels, parcelsNow])
  check(world, 'return', RETURN_MOVES, [returns, returnsNow])
}

function check<S extends string>(
  world: World,
  kind: string,
  moves: Record<S, S[]>,
  [before, after]: [S[], S[]],
): void {
  for (const [index, from] of before.entries()) {
    const to = after[index]
    if (to === undefined || to === from) continue
    world.transitions.add(`${kind} ${from} → ${to}`)
    if (!moves[from].includes(to))
      world.violate('a final state is never left', `${kind} ${from} → ${to}`)
  }
}
