import type { Database } from 'bun:sqlite'

interface Account {
  paymentIntent: string
  orderId: string | null
  status: string
  amount: number
  currency: string
  authorised: number
  captured: number
  released: number
  refunded: number
}

interface Refund {
  paymentIntent: string
  id: string
  refundId: string | null
  amount: number
  status: string
}

const ACCOUNTS = `
  SELECT id AS paymentIntent,
    body ->> '$.metadata.orderId' AS orderId,
    body ->> '$.status' AS status,
    body ->> '$.amount' AS amount,
    body ->> '$.currency' AS currency,
    ${['authorised', 'captured', 'released'].map((kind) => `${sumOf(kind)} AS ${kind}`).join(',\n    ')},
    ${sumOf('refunded')} - ${sumOf('refund_failed')} AS refunded
  FROM objects LEFT JOIN movements ON payment_intent = id
  WHERE object = 'payment_intent' GROUP BY objects.seq ORDER BY objects.seq
`

const REFUNDS = `
  SELECT body ->> '$.payment_intent' AS paymentIntent, id,
    body ->> '$.metadata.refundId' AS refundId,
    body ->> '$.amount' AS amount,
    body ->> '$.status' AS status
  FROM objects WHERE object = 'refund' ORDER BY seq
`

/** All intents with sums and refunds, oldest first. */
export function fullLedger(db: Database) {
  const refunds = Map.groupBy(db.query<Refund, []>(REFUNDS).all(), (made) => made.paymentIntent)
  const accounts = db.query<Account, []>(ACCOUNTS).all()
  return {
    paymentIntents: accounts.map((account) => ({
      ...account,
      refunds: refunds.get(account.paymentIntent) ?? [],
    })),
  }
}

function sumOf(kind: string): string {
  return `COALESCE(SUM(movements.amount) FILTER (WHERE kind = '${kind}'), 0)`
}
