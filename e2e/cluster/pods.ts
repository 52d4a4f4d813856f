import { kubectl } from './kubectl.ts'

const BACK_WITHIN = '--timeout=300s'

/** The programs of the shop that run as pods: `deployment.apps/auth`, `statefulset.apps/nats`, … */
export async function programs(kind: 'deployment' | 'statefulset'): Promise<string[]> {
  return lines(await kubectl('get', kind, '--output=name'))
}

/** Deletes a pod without grace period, like a lost node; resolves when all pods are ready. */
export async function killPodOf(program: string): Promise<void> {
  const { spec } = JSON.parse(await kubectl('get', program, '--output=json')) as Program
  const labels = Object.entries(spec.selector.matchLabels).map(
    ([name, value]) => `${name}=${value}`,
  )
  const [pod] = lines(await kubectl('get', 'pod', `--selector=${labels.join()}`, '--output=name'))
  if (pod === undefined) throw new Error(`${program} has no pod`)
  await kubectl('delete', pod, '--grace-period=0', '--force')
  await isReady(program)
}

interface Program {
  spec: { selector: { matchLabels: Record<string, string> } }
}

/** Deletes every pod at once; resolves when all are ready. */
export async function killAllPods(): Promise<void> {
  await kubectl('delete', 'pod', '--all', '--grace-period=0', '--force')
  for (const kind of ['statefulset', 'deployment'] as const)
    for (const program of await programs(kind)) await isReady(program)
}

/** Restarts a program's pods one by one, like an update. */
export async function restart(program: string): Promise<void> {
  await kubectl('rollout', 'restart', program)
  await isReady(program)
}

async function isReady(program: string): Promise<void> {
  await kubectl('rollout', 'status', program, BACK_WITHIN)
}

const lines = (text: string) => text.split('\n').filter((line) => line.includes('/'))
