import type { Connection } from 'mongoose'
import { loadConfig } from '../config/index.ts'
import type { ServiceName } from '../contracts/index.ts'
import { createDatabase, openDatabase } from '../db/index.ts'
import { NatsStreamingBus, type BrokerConnection } from '../events/index.ts'
import { createLog } from '../log/index.ts'
import { republish, type PastEvent } from '../outbox/index.ts'
import { serviceConfig } from './config.ts'

const { MONGO_URL, NATS_URL, NATS_CLUSTER_ID, SUBJECT_PREFIX } = serviceConfig
const republishConfig = { MONGO_URL, NATS_URL, NATS_CLUSTER_ID, SUBJECT_PREFIX }

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** The time a duration such as `7d`, `24h` or `30m` ago; throws for any other text. */
export function timeAgo(text: string, now = Date.now()): Date {
  const [, amount, unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? []
  const length = UNITS[unit]
  if (length === undefined) throw new Error(`not a duration: ${text} (write 7d, 24h or 30m)`)
  return new Date(now - Number(amount) * length)
}

/** Publishes the events of the past since a time, named on the command line such as `7d`. */
export async function runRepublish(
  service: ServiceName,
  eventsSince: (db: Connection, since: Date) => AsyncIterable<PastEvent>,
): Promise<void> {
  const log = createLog(service)
  const since = timeAgo(process.argv[2] ?? '')
  const config = loadConfig(republishConfig)
  const db = createDatabase()
  await openDatabase(db, config.MONGO_URL, log)
  const bus = new NatsStreamingBus({
    url: config.NATS_URL,
    clusterId: config.NATS_CLUSTER_ID,
    clientId: `${service}-republish`,
    ackWaitS: 30,
    prefix: config.SUBJECT_PREFIX,
    log,
  })
  const connection = await new Promise<BrokerConnection>((resolve) => bus.onConnected(resolve))
  const events = await republish(eventsSince(db, since), connection.publish)
  await bus.close()
  await db.close()
  log.info({ since, events }, 'published again')
}
