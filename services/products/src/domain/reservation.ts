import type { Shortage } from '@shop/shared/contracts'

export const RESERVATION_STATES = [
  'Reserving',
  'Reserved',
  'Committing',
  'Committed',
  'Releasing',
  'Released',
  'Rejected',
] as const
export type ReservationState = (typeof RESERVATION_STATES)[number]

/** A reservation has one line per product. */
export interface Line {
  productId: string
  quantity: number
}

/** The stock that one payment claims. */
export interface Reservation {
  paymentId: string
  orderId: string
  items: Line[]
  state: ReservationState
  next?: 'Released' | 'Rejected'
  short?: Shortage[]
}

/** What identifies the sale of a reservation. */
export type Sale = Pick<Reservation, 'paymentId' | 'orderId'>

/** A refund whose goods come back. */
export interface Refund {
  refundId: string
  orderId: string
  items: Line[]
}

/** A step of a reservation, allowed only from these states. */
export interface Move {
  from: readonly ReservationState[]
  to: ReservationState
  next?: 'Released' | 'Rejected'
}

/** Every allowed step; a state that no step starts from is final. */
export const MOVES = {
  reserve: { from: ['Reserving'], to: 'Reserved' },
  reject: { from: ['Reserving'], to: 'Releasing', next: 'Rejected' },
  cancel: { from: ['Reserving', 'Reserved'], to: 'Releasing', next: 'Released' },
  endReject: { from: ['Releasing'], to: 'Rejected' },
  endCancel: { from: ['Releasing'], to: 'Released' },
  sell: { from: ['Reserved'], to: 'Committing' },
  endSale: { from: ['Committing'], to: 'Committed' },
} as const satisfies Record<string, Move>

/** One line per product, sorted by id, so that all payments claim in the same order. */
export function toLines(items: Line[]): Line[] {
  const lines = new Map<string, number>()
  for (const { productId, quantity } of items) {
    const id = productId.toLowerCase()
    lines.set(id, (lines.get(id) ?? 0) + quantity)
  }
  return [...lines]
    .filter(([, quantity]) => quantity > 0)
    .map(([productId, quantity]) => ({ productId, quantity }))
    .toSorted((a, b) => (a.productId < b.productId ? -1 : 1))
}

/** The stock of a product as seen by a payment that wants to claim it. */
export interface StockView {
  available: number
  archived: boolean
  /** Incremented whenever a hold of the product is settled. */
  settled: number
  /** Whether this payment already has its hold. */
  isHeld: boolean
}

/** The lines that cannot be claimed; archived and unknown products have no stock. */
export function shortagesOf(lines: Line[], stock: Map<string, StockView>): Shortage[] {
  return lines.flatMap(({ productId, quantity }) => {
    const view = stock.get(productId)
    if (view?.isHeld === true) return []
    const available = view === undefined || view.archived ? 0 : view.available
    return available >= quantity ? [] : [{ productId, wanted: quantity, available }]
  })
}
