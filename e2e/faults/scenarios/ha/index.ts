import type { Scenario } from '../../kit/scenario.ts'
import type { Trial } from '../../kit/trial.ts'
import { JETSTREAM, MONGO, primaryOf, streamLeaderOf } from './leaders.ts'
import { whileMembers } from './while-members.ts'

const PAUSE_MS = 20_000
const NO_PRIMARY_MS = 60_000

const killed = (leaderOf: (trial: Trial) => Promise<string>) => async (trial: Trial) =>
  trial.processes.killAndWait(await leaderOf(trial))

const paused = (leaderOf: (trial: Trial) => Promise<string>) => async (trial: Trial) => {
  const resume = trial.processes.pause(await leaderOf(trial))
  await Bun.sleep(PAUSE_MS)
  resume()
}

/** Two of three are gone: nobody can be elected. */
async function withoutPrimary({ processes }: Trial): Promise<void> {
  const resume = MONGO.slice(1).map((name) => processes.pause(name))
  await Bun.sleep(NO_PRIMARY_MS)
  for (const each of resume) each()
}

async function restartEach({ processes }: Trial): Promise<void> {
  for (const name of [...MONGO, ...JETSTREAM]) await processes.restart(name)
}

/** Faults of a shop with three of Mongo and of JetStream; `bun run faults --ha`. */
export const HA_SCENARIOS: readonly Scenario[] = [
  whileMembers('Mongo primary killed', killed(primaryOf)),
  whileMembers('Mongo primary paused for 20 s', paused(primaryOf)),
  whileMembers('JetStream leader killed', killed(streamLeaderOf)),
  whileMembers('JetStream leader paused for 20 s', paused(streamLeaderOf)),
  whileMembers('members restarted one after the other', restartEach),
  whileMembers('no Mongo primary for 60 s', withoutPrimary, NO_PRIMARY_MS + 15_000),
]
