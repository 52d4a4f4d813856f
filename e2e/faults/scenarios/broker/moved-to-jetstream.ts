import { API_PATHS, PUBLISHED, SERVICES } from '@shop/shared/contracts'
import { isRepublishing, requestRepublish } from '@shop/shared/outbox'
import { eventually } from '@shop/shared/testing'
import { newAccount } from '../../../fixtures/accounts.ts'
import { withDatabases } from '../../../tools/stack-databases.ts'
import type { Channel } from '../../checker/facts.ts'
import { readStanChannels } from '../../checker/read-stan-channels.ts'
import type { Scenario } from '../../kit/scenario.ts'
import { REPLICAS, type Trial } from '../../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../../kit/while-shopping.ts'

const LONG_MS = 60_000
const HOUR_MS = 3_600_000
const KILL_AFTER_MS = 8000
const PUBLISHERS = SERVICES.filter((name) => PUBLISHED[name].length > 0)

/** The steps of "Moving to JetStream" in services/README.md, pod by pod under load; a process is killed in each rollout. */
export const movedToJetStream: Scenario = {
  name: 'moved from NATS Streaming to JetStream under load',
  invariants: [1, 3, 12, 39],
  full: 1,
  bus: 'stan',
  run: async (trial) => {
    let refusals = 0
    // Steps of sales that were handled before are on the old broker only.
    trial.expected.isLogWhole = false
    const tally = await whileShopping(trial, async () => {
      const cookies = [await rollOut(trial, 'stan+jetstream', 'payments')]
      await republishEverything()
      await handledOnStan(trial)
      cookies.push(await rollOut(trial, 'jetstream', 'products-1'))
      for (const cookie of cookies) refusals += await refusalsOf(trial, cookie)
    })
    return [
      {
        what: 'replicas that refuse who signed out meanwhile',
        seen: refusals,
        goal: REPLICAS.length * 2,
      },
      unresolvedIn(tally),
    ]
  },
}

/** Restarts every process on other brokers; returns the cookie of somebody who signed out meanwhile. */
async function rollOut(trial: Trial, bus: 'stan+jetstream' | 'jetstream', victim: string) {
  const { visitor } = await newAccount()
  const { cookie } = visitor
  const signOut = async () => {
    await Bun.sleep(KILL_AFTER_MS)
    await eventually(() => trial.processes.kill(victim), LONG_MS)
    await eventually(async () => {
      const { status } = await visitor.post('/api/users/signout', {})
      if (status >= 500) throw new Error(`signing out returned ${status}`)
    }, LONG_MS)
  }
  await Promise.all([trial.changeBus(bus), signOut()])
  return cookie
}

/** During a rollout, some processes still publish to the old broker only. */
async function republishEverything(): Promise<void> {
  await withDatabases(PUBLISHERS, async (databases) => {
    for (const name of PUBLISHERS)
      await requestRepublish(databases[name], new Date(Date.now() - HOUR_MS))
    await eventually(async () => {
      for (const name of PUBLISHERS)
        if (await isRepublishing(databases[name])) throw new Error(`${name} republishes`)
    }, LONG_MS)
  })
}

/** Resolves when every consumer has handled what was on NATS Streaming at the start. */
async function handledOnStan({ shop }: Trial): Promise<void> {
  const { monitor } = shop.addresses.nats
  const ends = new Map(
    (await readStanChannels(monitor)).map((each) => [each.subject, each.lastSeq]),
  )
  const waiting = new Set(ends.keys())
  await eventually(async () => {
    for (const channel of await readStanChannels(monitor))
      if (isHandled(channel, ends.get(channel.subject) ?? 0)) waiting.delete(channel.subject)
    if (waiting.size > 0) throw new Error(`not handled yet: ${[...waiting].join(', ')}`)
  }, LONG_MS)
}

/** Whether every group has acknowledged the messages up to a number; one member of it has got the newest. */
function isHandled({ members }: Channel, end: number): boolean {
  const groups = Map.groupBy(members, ({ group }) => group)
  return [...groups.values()].every(
    (group) =>
      group.every(({ pending }) => pending === 0) &&
      Math.max(...group.map(({ lastSent }) => lastSent)) >= end,
  )
}

/** How many service processes refuse a session. */
async function refusalsOf({ shop }: Trial, cookie: string): Promise<number> {
  const addresses = SERVICES.flatMap((name) =>
    [shop.ports[name], shop.ports[`${name}-1`]].map(
      (port) => `http://127.0.0.1:${port}${API_PATHS[name]}/dead-letters`,
    ),
  )
  const statuses = addresses.map(async (url) => (await fetch(url, { headers: { cookie } })).status)
  return (await Promise.all(statuses)).filter((status) => status === 401).length
}
