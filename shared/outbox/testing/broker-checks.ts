import { afterAll, afterEach, beforeAll, expect } from 'bun:test'
import type { Connection } from 'mongoose'
import { createDatabase, openDatabase } from '../../db/index.ts'
import type { Broker, BrokerConnection, BrokerName } from '../../events/index.ts'
import { createLog } from '../../log/index.ts'
import { eventually, readStack, testDatabaseUrl } from '../../testing/index.ts'
import { BrokerCheck } from '../broker-check.ts'
import { Marks, type StoredMark } from '../marks.ts'
import type { PastEvent } from '../past-event.ts'
import type { listen } from './listen.ts'

const HOUR_MS = 3_600_000
const log = createLog('test', 'silent')

interface Checked {
  broker: Pick<Broker, 'onConnected'>
}

/** A database of orders' marks, empty before each test, and checks of a broker that stop after it. */
export function brokerChecks() {
  const db: Connection = createDatabase()
  const checks: BrokerCheck[] = []
  const storedMark = () => db.collection<StoredMark>('marks').findOne({})

  beforeAll(async () => {
    const stack = await readStack()
    const name = `test_marks_${crypto.randomUUID().slice(0, 8)}`
    await openDatabase(db, testDatabaseUrl(stack.mongo.admin, name), log)
  })
  afterEach(async () => {
    for (const check of checks.splice(0)) await check.stop()
    await db.collection('marks').deleteMany({})
  })
  afterAll(async () => {
    await db.dropDatabase()
    await db.close()
  })

  return {
    db,
    checks,
    storedMark,
    marked: (epoch: number) =>
      eventually(async () => expect((await storedMark())?.epoch).toBe(epoch), 20_000),

    /** A replica of orders with one cancelled order, and the times since which it has republished. */
    startCheck: ({ broker }: Checked, id: string, kind: BrokerName, everyMs = 200) => {
      const requested: Date[] = []
      async function* eventsSince(since: Date): AsyncGenerator<PastEvent, void> {
        requested.push(since)
        const data = { id, version: 1, reason: 'user' }
        yield { subject: 'order:cancelled', data, at: new Date(Date.now() - HOUR_MS) }
      }
      const marks = new Marks(db, 'orders-0', kind)
      const service = 'orders' as const
      const options = { service, everyMs, sources: [], eventsSince, marks, broker, log }
      const check = new BrokerCheck(options)
      check.start()
      checks.push(check)
      return requested
    },
  }
}

/** The current connection to a broker, or the next one. */
export const connectionOf = ({ broker }: Awaited<ReturnType<typeof listen>>) =>
  new Promise<BrokerConnection>((resolve) => broker.onConnected(resolve))

export const minutesAgo = (time: Date | undefined) =>
  Math.round((Date.now() - Number(time)) / 60_000)
