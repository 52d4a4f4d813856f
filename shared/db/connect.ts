import './write-guard.ts'
import mongoose, { type Connection, type Model } from 'mongoose'
import type { Log } from '../log/index.ts'
import { isTracing } from '../tracing/index.ts'
import { measurePool } from './measure-pool.ts'
import { isDatabaseOutage } from './outage.ts'
import { readInOrder } from './read-in-order.ts'
import { traceCommands } from './trace-commands.ts'

mongoose.set('strictQuery', 'throw')
// `openDatabase` creates indexes itself and waits for them.
mongoose.set('autoIndex', false)

const RETRY_MS = 500
// The driver looks at its pool ten times a second by itself; idle services spend a third of their CPU time on it.
const POOL_CHECK_MS = 60_000

/** An unopened connection to bind models to; `openDatabase` opens it. */
export function createDatabase(): Connection {
  return mongoose.createConnection()
}

/** Opens the connection and creates missing indexes; waits for the server without limit. */
export async function openDatabase(db: Connection, url: string, log: Log): Promise<void> {
  const isTraced = log.isLevelEnabled('trace') || isTracing()
  let isConnected = false
  for (;;) {
    try {
      // The client connects again by itself when the server dies while indexes are created.
      if (!isConnected) db.setClient(await connect(url, isTraced))
      isConnected = true
      for (const model of Object.values(db.models)) await createIndexes(model, isSet(url))
      // Not before: a retry would trace every command twice.
      if (isTraced) traceCommands(db.getClient(), log)
      return
    } catch (error) {
      if (!isDatabaseOutage(error)) throw error
      log.warn({ reason: String(error) }, 'database unavailable; retrying')
      await Bun.sleep(RETRY_MS)
    }
  }
}

/** Creates the missing indexes of a model, however long that takes: a large collection is read for minutes. */
async function createIndexes({ schema, collection }: Model<unknown>, ofSet: boolean) {
  const indexes = schema.indexes().map(([key, options]) => ({ ...options, key }))
  if (indexes.length === 0) return
  // The driver passes this on to the socket, although it is not public; its public `timeoutMS` does nothing.
  const patiently = { socketTimeoutMS: 0 }
  // By default all members have to be there.
  const quorum = ofSet ? { commitQuorum: 'majority' } : {}
  await collection.createIndexes(indexes as mongoose.mongo.IndexDescription[], {
    ...patiently,
    ...quorum,
  })
}

/** A set names its members, or itself. */
const isSet = (url: string) => /^mongodb(?:\+srv:|:\/\/[^/]*,|.*[?&]replicaSet=)/.test(url)

/** A primary that is gone is noticed soon, and the wait for the next one is longer than an election. */
const SET_OPTIONS = {
  serverSelectionTimeoutMS: 10_000,
  socketTimeoutMS: 5000,
  connectTimeoutMS: 2000,
  heartbeatFrequencyMS: 1000,
}
const LONE_OPTIONS = { serverSelectionTimeoutMS: 3000, socketTimeoutMS: 10_000 }

async function connect(url: string, monitorCommands: boolean) {
  const client = new mongoose.mongo.MongoClient(url, {
    ...(isSet(url) ? SET_OPTIONS : LONE_OPTIONS),
    maxPoolSize: 20,
    // A lone server acknowledges from memory and flushes 100 ms later: killed, it would lose the write. What only a
    // minority of a set has written is rolled back when another member takes over.
    writeConcern: { w: 'majority', journal: true },
    // What is read is acted on, and must not be rolled back afterwards.
    readConcern: { level: 'majority' },
    monitorCommands,
  })
  // The pool reads this option, but the constructor does not accept it.
  Object.assign(client.options, { minPoolSizeCheckFrequencyMS: POOL_CHECK_MS })
  readInOrder(client)
  measurePool(client)
  try {
    return await client.connect()
  } catch (error) {
    await client.close()
    throw error
  }
}

/** Whether the database responds now. */
export async function isDatabaseUp(db: Connection): Promise<boolean> {
  try {
    await db.db?.command({ ping: 1 })
    return db.db !== undefined
  } catch {
    return false
  }
}

/** Whether an error means that the unique key exists already. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11_000
}
