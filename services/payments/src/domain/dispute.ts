/** A payment that its cardholder disputes, as Stripe reported it; the amount is in minor units. */
export interface Dispute {
  id: string
  amount: number
  reason: string
  at: Date
}
