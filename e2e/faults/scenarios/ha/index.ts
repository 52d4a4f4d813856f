import type { CutFrom } from '../../../stack/network/commands.ts'
import { MONGO_MEMBERS } from '../../../stack/settings/members.ts'
import { whileCutOff } from '../../kit/cuts.ts'
import type { Scenario } from '../../kit/scenario.ts'
import type { Trial } from '../../kit/trial.ts'
import { pictureServersLost } from '../pictures/servers-lost.ts'
import { primaryOf, streamLeaderOf, type LeaderOf } from './leaders.ts'
import { restartEach } from './restart-each.ts'
import { whileMembers } from './while-members.ts'

const AWAY_MS = 20_000
const NO_PRIMARY_MS = 60_000

const killed = (leaderOf: LeaderOf) => async (trial: Trial) =>
  trial.processes.killAndWait(await leaderOf(trial))

const paused = (leaderOf: LeaderOf) => async (trial: Trial) => {
  const resume = trial.processes.pause(await leaderOf(trial))
  await Bun.sleep(AWAY_MS)
  resume()
}

const cut = (from: CutFrom, leaderOf: LeaderOf) => async (trial: Trial) =>
  whileCutOff(trial, { name: await leaderOf(trial), from }, () => Bun.sleep(AWAY_MS))

/** One that runs only where members can be cut off. */
const whileCut = (name: string, from: CutFrom, leaderOf: LeaderOf): Scenario => ({
  ...whileMembers(name, cut(from, leaderOf)),
  needsNetwork: true,
})

/** Two of three are gone: nobody can be elected. */
async function withoutPrimary({ processes }: Trial): Promise<void> {
  const resume = MONGO_MEMBERS.slice(1).map((name) => processes.pause(name))
  await Bun.sleep(NO_PRIMARY_MS)
  for (const each of resume) each()
}

/** Faults of a shop with three of Mongo and of JetStream; `bun run faults --ha`. */
export const HA_SCENARIOS: readonly Scenario[] = [
  whileMembers('Mongo primary killed', killed(primaryOf)),
  whileMembers('Mongo primary paused for 20 s', paused(primaryOf)),
  whileCut('Mongo primary cut off for 20 s', 'everybody', primaryOf),
  whileCut('Mongo primary cut off from its peers for 20 s', 'its peers', primaryOf),
  whileMembers('JetStream leader killed', killed(streamLeaderOf)),
  whileMembers('JetStream leader paused for 20 s', paused(streamLeaderOf)),
  whileCut('JetStream leader cut off for 20 s', 'everybody', streamLeaderOf),
  whileCut('JetStream leader cut off from its peers for 20 s', 'its peers', streamLeaderOf),
  whileMembers('members restarted one after the other', restartEach),
  whileMembers('no Mongo primary for 60 s', withoutPrimary, NO_PRIMARY_MS + 15_000),
  pictureServersLost,
]
