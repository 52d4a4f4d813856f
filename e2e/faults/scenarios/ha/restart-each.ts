import { eventually } from '@shop/shared/testing'
import { JETSTREAM_MEMBERS, MONGO_MEMBERS } from '../../../stack/settings/members.ts'
import { withDatabases } from '../../../tools/stack-databases.ts'
import type { Trial } from '../../kit/trial.ts'

const WITHIN_MS = 60_000
const IN_SERVICE = ['PRIMARY', 'SECONDARY']

/** Restarts members as somebody does who updates them: the next one only when all are in service again. */
export async function restartEach(trial: Trial): Promise<void> {
  const { processes } = trial
  for (const name of MONGO_MEMBERS) {
    await processes.restart(name)
    await eventually(mongoIsWhole, WITHIN_MS)
  }
  for (const name of JETSTREAM_MEMBERS) {
    await processes.restart(name)
    await eventually(() => jetstreamIsWhole(trial), WITHIN_MS)
  }
}

async function mongoIsWhole(): Promise<void> {
  const states = await withDatabases(
    ['orders'],
    async ({ orders }) => {
      const { members = [] } = (await orders.db?.admin().command({ replSetGetStatus: 1 })) ?? {}
      return (members as { stateStr: string }[]).map(({ stateStr }) => stateStr)
    },
    { asAdmin: true },
  )
  if (states.filter((state) => IN_SERVICE.includes(state)).length < MONGO_MEMBERS.length)
    throw new Error(`members of the set are ${states.join(', ')}`)
}

/** A server that has its stream and consumers, up to date, calls itself healthy. */
async function jetstreamIsWhole({ shop }: Trial): Promise<void> {
  for (const monitor of shop.addresses.jetstream.monitor.split(',')) {
    const { ok, status } = await fetch(`${monitor}/healthz`)
    if (!ok) throw new Error(`${monitor}/healthz returned ${status}`)
  }
}
