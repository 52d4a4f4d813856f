import type { Database } from 'bun:sqlite'
import { isTestCard } from '../rules/cards.ts'

export interface StoredCard {
  number: string
  used: number
}

/** Stores the number of a token or PaymentMethod, masked unless it is a test card. */
export function storeCard(db: Database, owner: string, number: string): void {
  const stored = isTestCard(number) ? number : number.replace(/(?<=^.{4}).*(?=.{4}$)/, 'xxxx')
  db.query('INSERT INTO cards (owner, number) VALUES (?, ?)').run(owner, stored)
}

/** The card of a token or PaymentMethod. */
export function cardOf(db: Database, owner: string): StoredCard | null {
  return db.query<StoredCard, [string]>('SELECT number, used FROM cards WHERE owner = ?').get(owner)
}

/** Marks a token or PaymentMethod as used. */
export function markUsed(db: Database, owner: string): void {
  db.query('UPDATE cards SET used = 1 WHERE owner = ?').run(owner)
}
