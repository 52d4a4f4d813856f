import type { Database } from 'bun:sqlite'

export interface StoredCard {
  number: string
  used: number
}

/** Keeps the number behind a token or PaymentMethod; only test cards are ever accepted. */
export function keepCard(db: Database, owner: string, number: string): void {
  db.query('INSERT INTO cards (owner, number) VALUES (?, ?)').run(owner, number)
}

/** The card behind a token or PaymentMethod. */
export function cardOf(db: Database, owner: string): StoredCard | null {
  return db.query<StoredCard, [string]>('SELECT number, used FROM cards WHERE owner = ?').get(owner)
}

/** Notes that a token or PaymentMethod was used, which may happen once. */
export function markUsed(db: Database, owner: string): void {
  db.query('UPDATE cards SET used = 1 WHERE owner = ?').run(owner)
}
