import type { Shop } from '../shop.ts'
import { StackFailure } from '../system/failure.ts'
import { until } from '../system/until.ts'

const ALREADY_INITIALIZED = 23
const UNAUTHORIZED = 13
const WITHIN_MS = 30_000
/** A dead primary is replaced after 4 s instead of 10. */
const SETTINGS = { electionTimeoutMillis: 4000, heartbeatIntervalMillis: 1000 }

/** The name of the set. */
export const SET = 'shop'

/** Makes one set of the members, unless they are one already; resolves when it has a primary. */
export async function initiateSet({ ports }: Shop): Promise<void> {
  const hosts = [ports.mongo, ports['mongo-1'], ports['mongo-2']].map((port) => `127.0.0.1:${port}`)
  // Imported here because no other command needs the driver.
  const { createConnection } = await import('mongoose')
  const url = `mongodb://${hosts[0]}/admin?directConnection=true`
  const connection = await createConnection(url).asPromise()
  const admin = connection.db?.admin()
  try {
    const members = hosts.map((host, _id) => ({ _id, host }))
    await admin
      ?.command({ replSetInitiate: { _id: SET, members, settings: SETTINGS } })
      .catch(ignoreInitiated)
    const hasPrimary = async () => (await admin?.command({ hello: 1 }))?.['primary'] !== undefined
    if (await until(hasPrimary, { withinMs: WITHIN_MS })) return
    throw new StackFailure('the replica set has no primary')
  } finally {
    await connection.close()
  }
}

/** A set that exists, and has users, lets nobody without a password ask. */
function ignoreInitiated(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== UNAUTHORIZED && code !== ALREADY_INITIALIZED) throw error
}
