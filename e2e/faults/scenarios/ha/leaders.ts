import { JETSTREAM_MEMBERS, MONGO_MEMBERS, type Member } from '../../../stack/settings/members.ts'
import { withDatabases } from '../../../tools/stack-databases.ts'
import type { Trial } from '../../kit/trial.ts'

/** Finds the leader of a set. */
export type LeaderOf = (trial: Trial) => Promise<Member>

/** The member of the Mongo set that takes writes. */
export function primaryOf({ shop }: Trial): Promise<Member> {
  return withDatabases(['orders'], async ({ orders }) => {
    const { primary = '' } = (await orders.db?.command({ hello: 1 })) ?? {}
    const member = MONGO_MEMBERS.find((name) => String(primary).endsWith(`:${shop.ports[name]}`))
    if (member === undefined) throw new Error('the set has no primary')
    return member
  })
}

/** The JetStream server that leads the shop's stream. */
export async function streamLeaderOf({ shop }: Trial): Promise<Member> {
  for (const monitor of shop.addresses.jetstream.monitor.split(',')) {
    const response = await fetch(`${monitor}/jsz?streams=true`).catch(() => null)
    const found = /"leader": "(jetstream(?:-\d)?)"/.exec((await streamsIn(response)) ?? '')
    const leader = JETSTREAM_MEMBERS.find((name) => name === found?.[1])
    if (leader !== undefined) return leader
  }
  throw new Error('the stream has no leader')
}

/** The part of a monitor's response that describes the streams. */
async function streamsIn(response: Response | null): Promise<string | undefined> {
  const text = (await response?.text()) ?? ''
  return text.split('"stream_detail"')[1]
}
