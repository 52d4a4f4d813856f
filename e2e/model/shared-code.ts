// The services' own decisions, used by the model.
export {
  PAYMENT_STATES,
  statesBefore,
  type PaymentState,
} from '../../services/payments/src/domain/payment.ts'
export {
  foreignRefund,
  foreignRefunds,
  isUnmade,
  leftFor,
  newsOf,
  refundKey,
  refundable,
  type MadeRefund,
  type Refund,
  type RefundNews,
} from '../../services/payments/src/domain/refund.ts'
export { isRecorded } from '../../services/payments/src/domain/webhook.ts'
export {
  MOVES,
  RESERVATION_STATES,
  toLines,
  type Move,
  type ReservationState,
} from '../../services/products/src/domain/reservation.ts'
export { statesBefore as orderStatesBefore } from '../../services/orders/src/domain/order.ts'
export { fold, subtract, type Line as CartLine } from '../../services/cart/src/domain/cart.ts'
export { missingSince, nextMark, type BrokerState, type Mark } from '../../shared/outbox/mark.ts'
