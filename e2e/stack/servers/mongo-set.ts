import { hostOf } from '../network/network.ts'
import { MONGO_MEMBERS } from '../settings/members.ts'
import type { Secrets } from '../settings/secrets.ts'
import type { Shop } from '../shop.ts'
import { StackFailure } from '../system/failure.ts'
import { until } from '../system/until.ts'

const ALREADY_INITIALIZED = 23
const WITHIN_MS = 30_000
/** How soon a set goes on without a member. */
export const SETTINGS = {
  // A dead primary is replaced after 4 s instead of 10.
  electionTimeoutMillis: 4000,
  heartbeatIntervalMillis: 1000,
  // The next one has all that was acknowledged; for the rest it would wait until it gives the dead one up, too.
  catchUpTimeoutMillis: 1000,
}

/** The name of the set. */
export const SET = 'shop'

/** Makes one set of the members, unless they are one already; resolves when it has a primary. */
export async function initiateSet({ ports, secrets, network }: Shop): Promise<void> {
  const hosts = MONGO_MEMBERS.map((name) => `${hostOf(network, name)}:${ports[name]}`)
  // Imported here because no other command needs the driver.
  const { createConnection } = await import('mongoose')
  const url = `mongodb://${hosts[0]}/admin?directConnection=true`
  const connection = await createConnection(url, asMember(secrets)).asPromise()
  const admin = connection.db?.admin()
  try {
    const members = hosts.map((host, _id) => ({ _id, host }))
    await admin
      ?.command({ replSetInitiate: { _id: SET, members, settings: SETTINGS } })
      .catch(ignoreInitiated)
    const hasPrimary = async () => (await admin?.command({ hello: 1 }))?.['primary'] !== undefined
    if (await until(hasPrimary, { withinMs: WITHIN_MS })) return
    throw new StackFailure(
      'the replica set has no primary; if its members had other addresses before (other ports, with or without root), start with --fresh',
    )
  } finally {
    await connection.close()
  }
}

/** Who has the key that members know each other by may do everything, also before there is any user. */
export const asMember = ({ mongoKey }: Secrets) => ({
  auth: { username: '__system', password: mongoKey },
  authSource: 'local',
})

function ignoreInitiated(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== ALREADY_INITIALIZED) throw error
}
