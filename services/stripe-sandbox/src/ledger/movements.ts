import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import type { Movement, MovementKind } from '../rules/step.ts'
import { list } from './objects.ts'

export interface DatedMovement extends Movement {
  at: string
}

/** Appends a movement of money to an intent. */
export function append(db: Database, intentId: string, movement: Movement): void {
  db.query('INSERT INTO movements (payment_intent, kind, amount, at) VALUES (?, ?, ?, ?)').run(
    intentId,
    movement.kind,
    movement.amount,
    new Date().toISOString(),
  )
}

/** The ledger of one order: its intents with sums and movements. */
export function accountOf(db: Database, orderId: string) {
  const intents = list(db, 'payment_intent', {
    limit: 100,
    where: [['$.metadata.orderId', '=', orderId]],
  })
  return { orderId, paymentIntents: intents.data.map((intent) => statementOf(db, intent)) }
}

/** The movements of an intent, in order. */
export function movementsOf(db: Database, intentId: string): DatedMovement[] {
  return db
    .query<DatedMovement, [string]>(
      'SELECT kind, amount, at FROM movements WHERE payment_intent = ? ORDER BY seq',
    )
    .all(intentId)
}

function statementOf(db: Database, { id, status, amount, currency }: Stripe.PaymentIntent) {
  const rows = movementsOf(db, id)
  const sum = (kind: MovementKind) =>
    rows.reduce((total, row) => (row.kind === kind ? total + row.amount : total), 0)
  return {
    paymentIntent: id,
    status,
    amount,
    currency,
    authorised: sum('authorised'),
    captured: sum('captured'),
    released: sum('released'),
    refunded: sum('refunded') - sum('refund_failed'),
    movements: rows,
  }
}
