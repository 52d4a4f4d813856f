import type { EventItem, EventOf } from '@shop/shared/contracts'

type Completed = EventOf<'order:completed'>
type Sent = EventOf<'parcel:sent'>
type Return = EventOf<'return:changed'>

interface OfParcel {
  orderId: string
  sellerId: string
  items: EventItem[]
}

interface OfReturn extends OfParcel, Pick<Return, 'reason' | 'note' | 'answer' | 'happenedAt'> {}

interface OfRefund {
  orderId: string
  amount: number
  sellerId?: string | undefined
}

interface OfAccount {
  tokenId: string
  exp: string
}

interface OfProduct {
  productId: string
  title: string
  reason: string
}

/** What each kind of message is composed from. */
export interface MessageData {
  receipt: Pick<
    Completed,
    'id' | 'items' | 'shipping' | 'total' | 'address' | 'payment' | 'completedAt'
  >
  sold: { orderId: string; items: EventItem[]; completedAt: string; country?: string | undefined }
  'order-cancelled': { orderId: string; reason: EventOf<'order:cancelled'>['reason'] }
  'parcel-sent': OfParcel &
    Pick<
      Sent,
      'carrier' | 'tracking' | 'completedAt' | 'country' | 'otherSellerIds' | 'happenedAt' | 'n'
    >
  'cannot-send': OfParcel
  'parcel-cancelled': OfParcel
  'return-asked': OfReturn
  'return-received': OfReturn
  'return-accepted': OfReturn
  'return-refused': OfReturn
  'refund-made': OfRefund
  'refund-failed': OfRefund
  'refund-failed-seller': OfRefund
  verify: OfAccount
  reset: OfAccount
  'password-changed': { happenedAt: string }
  blocked: { reason: string }
  'product-hidden': OfProduct
  'product-shown': OfProduct
  find: { orderIds: string[] }
}
