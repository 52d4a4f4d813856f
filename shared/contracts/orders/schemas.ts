import * as v from 'valibot'
import { LineQuantity } from '../cart/schemas.ts'
import { Email } from '../email.ts'
import { Id } from '../ids.ts'
import { MAX_ADDRESS_LINE, MAX_LINES, MAX_POSTAL_CODE } from '../limits.ts'
import { Amount, Price } from '../money.ts'
import { visibleText } from '../text.ts'
import {
  OrderActResponse,
  ParcelResponse,
  RefundResponse,
  ReturnResponse,
} from './after-sale-schemas.ts'

const ORDER_STATUSES = ['Created', 'Complete', 'Cancelled'] as const
export const OrderStatus = v.picklist(ORDER_STATUSES)
export type OrderStatus = v.InferOutput<typeof OrderStatus>

const CANCEL_REASONS = [
  'user',
  'out_of_stock',
  'payment_failed',
  'authorization_expired',
  'expired',
  'admin',
] as const
export const CancelReason = v.picklist(CANCEL_REASONS)
export type CancelReason = v.InferOutput<typeof CancelReason>

const country = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, 'Must be a country code of 2 capital letters'),
)

/** A shipping address. */
const AddressBody = v.strictObject({
  name: visibleText(MAX_ADDRESS_LINE),
  line1: visibleText(MAX_ADDRESS_LINE),
  line2: v.optional(visibleText(MAX_ADDRESS_LINE)),
  city: visibleText(MAX_ADDRESS_LINE),
  region: v.optional(visibleText(MAX_ADDRESS_LINE)),
  postalCode: visibleText(MAX_POSTAL_CODE),
  country,
})
export type Address = v.InferOutput<typeof AddressBody>

// Addresses stored under older rules are still shown.
export const AddressResponse = v.strictObject({
  name: v.string(),
  line1: v.string(),
  line2: v.optional(v.string()),
  city: v.string(),
  region: v.optional(v.string()),
  postalCode: v.string(),
  country,
})

export const PlaceOrderBody = v.strictObject({
  items: v.pipe(
    v.array(v.strictObject({ productId: Id, quantity: LineQuantity, price: v.optional(Price) })),
    v.minLength(1, 'Must have at least one item'),
    v.maxLength(MAX_LINES, `Must have at most ${MAX_LINES} items`),
  ),
  email: v.optional(Email),
  address: v.optional(AddressBody),
})
export type PlaceOrderBody = v.InferOutput<typeof PlaceOrderBody>

/** Body that changes the shipping address of an unpaid order, and a guest's email address. */
export const ChangeAddressBody = v.strictObject({
  address: AddressBody,
  email: v.optional(Email),
})

const orderFields = {
  id: Id,
  number: v.string(),
  userId: Id,
  /** Who added the order to their account, beside the buyer. */
  claimedBy: v.optional(Id),
  status: OrderStatus,
  items: v.array(
    v.strictObject({
      productId: Id,
      title: v.string(),
      price: Amount,
      quantity: v.number(),
      sellerId: Id,
      imageUrl: v.nullable(v.string()),
    }),
  ),
  shipping: Amount,
  total: Amount,
  email: v.optional(v.string()),
  address: v.optional(AddressResponse),
  reason: v.optional(CancelReason),
  completedAt: v.optional(v.string()),
  parcels: v.array(ParcelResponse),
  returns: v.array(ReturnResponse),
  refunds: v.array(RefundResponse),
  payment: v.optional(v.strictObject({ brand: v.string(), last4: v.string() })),
  timeline: v.array(
    v.strictObject({
      at: v.string(),
      what: v.picklist(['placed', 'authorized', 'reserved', 'complete', 'cancelled', 'refunded']),
    }),
  ),
  version: v.number(),
  createdAt: v.string(),
}

export const OrderResponse = v.strictObject(orderFields)
export type OrderResponse = v.InferOutput<typeof OrderResponse>

const { userId: _, claimedBy: __, email: ___, payment: ____, ...soldFields } = orderFields

/** An order as a seller sees it: only their own lines and the sum of those; the address once it is complete. */
export const SoldOrderResponse = v.strictObject({
  ...soldFields,
  /** What staff have done for this seller. */
  acts: v.optional(v.array(OrderActResponse)),
})
export type SoldOrderResponse = v.InferOutput<typeof SoldOrderResponse>
