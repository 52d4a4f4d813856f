import { withDatabases } from '../../../tools/stack-databases.ts'
import type { Trial } from '../../kit/trial.ts'

export const MONGO = ['mongo', 'mongo-1', 'mongo-2'] as const
export const JETSTREAM = ['jetstream', 'jetstream-1', 'jetstream-2'] as const

/** The member of the Mongo set that takes writes. */
export function primaryOf({ shop }: Trial): Promise<string> {
  return withDatabases(['orders'], async ({ orders }) => {
    const { primary = '' } = (await orders.db?.command({ hello: 1 })) ?? {}
    const member = MONGO.find((name) => String(primary).endsWith(`:${shop.ports[name]}`))
    if (member === undefined) throw new Error('the set has no primary')
    return member
  })
}

/** The JetStream server that leads the shop's stream. */
export async function streamLeaderOf({ shop }: Trial): Promise<string> {
  for (const monitor of shop.addresses.jetstream.monitor.split(',')) {
    const response = await fetch(`${monitor}/jsz?streams=true`).catch(() => null)
    const found = /"leader": "(jetstream(?:-\d)?)"/.exec((await streamsIn(response)) ?? '')
    if (found?.[1] !== undefined) return found[1]
  }
  throw new Error('the stream has no leader')
}

/** The part of a monitor's response that describes the streams. */
async function streamsIn(response: Response | null): Promise<string | undefined> {
  const text = (await response?.text()) ?? ''
  return text.split('"stream_detail"')[1]
}
