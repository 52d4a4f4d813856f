import type { Connection } from 'mongoose'
import { APP_NAME } from '../databases.ts'
import { isCommand, type Profiled } from './profiled.ts'

/** What a database read in a time of a profiled run: documents and keys of indexes. */
export async function readsIn({ db }: Connection, from: Date): Promise<Reads> {
  if (db === undefined) throw new Error('the database is not open')
  const recorded = await db
    .collection<Profiled & Partial<Reads>>('system.profile')
    .find({ ts: { $gte: from }, appName: { $ne: APP_NAME } })
    .toArray()
  const reads = { docsExamined: 0, keysExamined: 0 }
  for (const { docsExamined = 0, keysExamined = 0 } of recorded.filter(isCommand)) {
    reads.docsExamined += docsExamined
    reads.keysExamined += keysExamined
  }
  return reads
}

export interface Reads {
  docsExamined: number
  keysExamined: number
}
