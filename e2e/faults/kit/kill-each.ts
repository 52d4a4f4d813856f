import { waitForHit } from './failpoints.ts'
import type { Trial } from './trial.ts'

/** Kills a process at each point and each of the processes: those of one service in turn, different services at once. */
export async function killEach(
  trial: Trial,
  points: readonly string[],
  processes: readonly string[] = [],
): Promise<void> {
  const kills = [
    ...points.map((name) => ({ name, kill: () => killAt(name, trial) })),
    ...processes.map((name) => ({ name, kill: () => trial.processes.killAndWait(name) })),
  ]
  const byService = Map.groupBy(kills, ({ name }) => /^[a-z]+/.exec(name)?.[0])
  await Promise.all([...byService.values()].map(inTurn))
  await trial.processes.waitUntilReady()
}

async function inTurn(kills: readonly { kill: () => Promise<void> }[]): Promise<void> {
  for (const { kill } of kills) await kill()
}

/** Kills the first process that reaches the point; another replica may then reach the next one. */
async function killAt(point: string, { failpoints }: Trial): Promise<void> {
  failpoints.arm(point, 'kill')
  const hit = await waitForHit(failpoints, point).catch(() => undefined)
  if (hit === undefined) failpoints.disarm(point)
  else failpoints.release(hit, 'kill')
}
