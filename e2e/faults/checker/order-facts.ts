/** A quantity of one product. */
export interface Line {
  productId: string
  quantity: number
}

export interface Order {
  id: string
  userId: string
  /** The buyer's address. */
  email?: string
  createdAt: Date
  status: string
  total: number
  version: number
  items: SoldLine[]
  /** `n` counts how often a parcel was marked as sent. */
  parcels: { sellerId: string; status: string; n: number }[]
  returns: { id: string; status: string }[]
  refunds: OrderRefund[]
  timeline: string[]
}

interface SoldLine extends Line {
  sellerId: string
}

export interface OrderRefund {
  id: string
  /** Of a refund for a return, the return's id. */
  key?: string
  sellerId?: string
  lines: Line[]
  amount: number
  status: string
  reversed?: boolean
}

export interface Refund {
  id: string
  amount: number
  items: Line[]
  restock: boolean
  state: string
  requested?: boolean
  reversed?: boolean
}

export interface Payment {
  id: string
  orderId: string
  userId: string
  state: string
  total: number
  paymentIntentId: string | null
  refunds: Refund[]
}
