import { EXAMPLE_IDS, EXAMPLE_REFUND, EXAMPLE_RETURN } from '../example-ids.ts'
import type { RefundResponse, ReturnResponse } from './after-sale-schemas.ts'
import { order, soldOrder } from './examples.ts'
import type { RefundCheck } from './refund-schemas.ts'
import type { OrderResponse, SoldOrderResponse } from './schemas.ts'

const { product: productId, seller: sellerId } = EXAMPLE_IDS

const lines = [{ productId, quantity: 1 }]
const paid = { status: 'Complete', completedAt: '2026-11-29T09:11:00.000Z', version: 3 } as const
const sentAt = '2026-11-30T08:00:00.000Z'
const sent = { sellerId, status: 'Sent', carrier: 'dhl', tracking: 'JD0146000', sentAt } as const
const deliveredAt = '2026-12-02T15:20:00.000Z'

const asked: ReturnResponse = {
  id: EXAMPLE_RETURN,
  sellerId,
  lines,
  reason: 'damaged',
  note: 'The handle is broken.',
  status: 'Asked',
  askedAt: '2026-12-03T10:00:00.000Z',
}

const refund: RefundResponse = {
  id: EXAMPLE_REFUND,
  amount: 24.5,
  shipping: 0,
  at: '2026-12-04T10:00:00.000Z',
  status: 'Asked',
  by: 'seller',
  lines,
  sellerId,
  reason: 'damaged',
}

export const giveBack = { lines, reason: 'damaged', note: 'The handle is broken.' }
export const sending = { carrier: 'dhl', tracking: 'JD0146000' }
export const answer = { answer: 'accepted', note: 'Please send it to 5 Mill Lane, Springfield.' }
export const refundLines = { lines, reason: 'damaged' }
export const refundCheck: RefundCheck = {
  amount: 24.5,
  shipping: 0,
  left: 24.5,
  cancelsParcel: false,
}

export const deliveredOrder: OrderResponse = {
  ...order,
  ...paid,
  parcels: [{ ...sent, status: 'Delivered', deliveredAt }],
}

export const claimedOrder: OrderResponse = { ...deliveredOrder, claimedBy: EXAMPLE_IDS.seller }

export const returningOrder: OrderResponse = { ...deliveredOrder, returns: [asked] }

const soldAndSent: SoldOrderResponse = { ...soldOrder, ...paid, parcels: [sent] }

export const sentOrder = soldAndSent

export const answeredOrder: SoldOrderResponse = {
  ...soldAndSent,
  returns: [{ ...asked, status: 'Accepted', answer: answer.note }],
}

export const refundingOrder: SoldOrderResponse = {
  ...soldAndSent,
  returns: [{ ...asked, status: 'Refunding' }],
  refunds: [{ ...refund, returnId: EXAMPLE_RETURN }],
}

export const refundedOrder: SoldOrderResponse = { ...soldAndSent, refunds: [refund] }
