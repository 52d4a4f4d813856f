import type { Connection } from 'mongoose'
import type { Databases } from '../databases.ts'
import { messageAt, orderAt, paymentAt, productAt, type Make } from './documents.ts'
import type { Person } from './people.ts'

const BATCH = 2000
/** Without a limit: building an index takes minutes. `socketTimeoutMS` is not public, `timeoutMS` does nothing. */
const PATIENTLY: object = { socketTimeoutMS: 0 }

/** What grows: the collection of each service that a sale adds to, and the catalogue. */
export const GROWING = {
  products: { collection: 'products', make: productAt },
  orders: { collection: 'orders', make: orderAt },
  payments: { collection: 'payments', make: paymentAt },
  notifications: { collection: 'messages', make: messageAt },
} as const satisfies Partial<Record<keyof Databases, { collection: string; make: Make }>>

/** Adds documents to each growing collection, from one size to another. */
export async function fill(
  databases: Databases,
  first: Person,
  from: number,
  to: number,
): Promise<void> {
  for (const [service, { collection, make }] of Object.entries(GROWING)) {
    const growing = nativeOf(databases[service as keyof typeof GROWING], collection)
    // Built from what is there, they take a fraction of the time of keeping them up to date.
    const indexes = (await growing.indexes()).filter(({ name }) => name !== '_id_')
    if (to - from > BATCH) await growing.dropIndexes()
    for (let n = from; n < to; n += BATCH) {
      const numbers = Array.from({ length: Math.min(BATCH, to - n) }, (_, index) => n + index)
      const documents = numbers.map((each) => make(each, first))
      await growing.insertMany(documents, { ordered: false, ...PATIENTLY })
    }
    if (to - from > BATCH)
      await growing.createIndexes(
        indexes.map((index) => ({ ...index, v: undefined })),
        PATIENTLY,
      )
  }
}

/** A collection of the driver itself. */
export function nativeOf({ db }: Connection, collection: string) {
  if (db === undefined) throw new Error('the database is not open')
  return db.collection(collection)
}
