import type { Database } from 'bun:sqlite'

export type Outcome = 'succeeded' | 'failed'

export interface Challenge {
  paymentIntent: string
  returnUrl: string | null
  /** Null while open; `replaced` when the intent was confirmed again. */
  outcome: Outcome | 'replaced' | null
}

/** Stores the challenge of a confirmation; replaces an earlier one. */
export function openChallenge(
  db: Database,
  challenge: { key: string; paymentIntent: string; returnUrl: string | null },
): void {
  closeChallenge(db, challenge.paymentIntent, 'replaced')
  db.query(
    `INSERT INTO challenges (key, payment_intent, return_url)
     VALUES ($key, $paymentIntent, $returnUrl)`,
  ).run(challenge)
}

/** Stores the outcome of an intent's open challenge. */
export function closeChallenge(
  db: Database,
  paymentIntent: string,
  outcome: Outcome | 'replaced',
): void {
  db.query(
    'UPDATE challenges SET outcome = $outcome WHERE payment_intent = $paymentIntent AND outcome IS NULL',
  ).run({ paymentIntent, outcome })
}

/** Finds the challenge of an intent by its key. */
export function findChallenge(db: Database, paymentIntent: string, key: string): Challenge | null {
  return db
    .query<Challenge, { key: string; paymentIntent: string }>(
      `SELECT payment_intent AS paymentIntent, return_url AS returnUrl, outcome FROM challenges
       WHERE key = $key AND payment_intent = $paymentIntent`,
    )
    .get({ key, paymentIntent })
}
