import type { Database } from 'bun:sqlite'
import { isTestCard } from '../rules/cards.ts'

export interface StoredCard {
  number: string
  used: number
}

/** Keeps the number behind a token or PaymentMethod; of what is no test card only its ends. */
export function keepCard(db: Database, owner: string, number: string): void {
  const kept = isTestCard(number) ? number : number.replace(/(?<=^.{4}).*(?=.{4}$)/, 'xxxx')
  db.query('INSERT INTO cards (owner, number) VALUES (?, ?)').run(owner, kept)
}

/** The card behind a token or PaymentMethod. */
export function cardOf(db: Database, owner: string): StoredCard | null {
  return db.query<StoredCard, [string]>('SELECT number, used FROM cards WHERE owner = ?').get(owner)
}

/** Notes that a token or PaymentMethod was used, which may happen once. */
export function markUsed(db: Database, owner: string): void {
  db.query('UPDATE cards SET used = 1 WHERE owner = ?').run(owner)
}
