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

/** How many of one product; a reservation has each product once. */
export interface Line {
  productId: string
  quantity: number
}

/** What one payment claims, and how far that has come. */
export interface Reservation {
  paymentId: string
  orderId: string
  items: Line[]
  state: ReservationState
  /** The state that Releasing ends in. */
  next?: 'Released' | 'Rejected'
  /** Why it is rejected. */
  short?: Shortage[]
}

/** One step of a reservation; it happens only from these states. */
export interface Move {
  from: readonly ReservationState[]
  to: ReservationState
  next?: 'Released' | 'Rejected'
}

/** All the steps there are; a state that none of them starts from is final. */
export const MOVES = {
  reserve: { from: ['Reserving'], to: 'Reserved' },
  reject: { from: ['Reserving'], to: 'Releasing', next: 'Rejected' },
  cancel: { from: ['Reserving', 'Reserved'], to: 'Releasing', next: 'Released' },
  endReject: { from: ['Releasing'], to: 'Rejected' },
  endCancel: { from: ['Releasing'], to: 'Released' },
  sell: { from: ['Reserved'], to: 'Committing' },
  endSale: { from: ['Committing'], to: 'Committed' },
} as const satisfies Record<string, Move>

/** One line a product, in the order of ids: two payments then claim in the same order. */
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

/** Stock of a product, as a payment that wants to claim it sees it. */
export interface StockView {
  available: number
  archived: boolean
  /** Rises whenever a hold of the product is settled. */
  settled: number
  /** Whether the payment has its hold already. */
  isHeld: boolean
}

/** The lines that cannot be claimed; a product that is archived or unknown has nothing. */
export function shortagesOf(lines: Line[], stock: Map<string, StockView>): Shortage[] {
  return lines.flatMap(({ productId, quantity }) => {
    const view = stock.get(productId)
    if (view?.isHeld === true) return []
    const available = view === undefined || view.archived ? 0 : view.available
    return available >= quantity ? [] : [{ productId, wanted: quantity, available }]
  })
}
