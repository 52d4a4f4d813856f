import type { Database } from 'bun:sqlite'

export type Outcome = 'succeeded' | 'failed'

export interface Challenge {
  paymentIntent: string
  returnUrl: string | null
  /** Null while nobody has settled it; replaced when the intent was confirmed once more. */
  outcome: Outcome | 'replaced' | null
}

/** Keeps the challenge of a confirmation; it takes the place of an earlier one of the intent. */
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

/** Notes how the open challenge of an intent has ended. */
export function closeChallenge(
  db: Database,
  paymentIntent: string,
  outcome: Outcome | 'replaced',
): void {
  db.query(
    'UPDATE challenges SET outcome = $outcome WHERE payment_intent = $paymentIntent AND outcome IS NULL',
  ).run({ paymentIntent, outcome })
}

/** The challenge of an intent, for someone who knows its key. */
export function findChallenge(db: Database, paymentIntent: string, key: string): Challenge | null {
  return db
    .query<Challenge, { key: string; paymentIntent: string }>(
      `SELECT payment_intent AS paymentIntent, return_url AS returnUrl, outcome FROM challenges
       WHERE key = $key AND payment_intent = $paymentIntent`,
    )
    .get({ key, paymentIntent })
}
