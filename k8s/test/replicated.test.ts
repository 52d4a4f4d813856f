import { beforeAll, expect, test } from 'bun:test'
import {
  containersOf,
  isJob,
  nameOf,
  ofKind,
  workloadsOf,
  type Json,
  type KubeObject,
  type Workload,
} from './objects.ts'
import { renderAll, type Overlay } from './render.ts'
import { quantity } from './rules/pods.ts'

const FETCH_MS = 300_000
const REPLICAS_UNDER_LOAD = 4
const CPUS = 2
let overlays: Record<Overlay, KubeObject[]>

beforeAll(async () => {
  overlays = await renderAll()
}, FETCH_MS)

const isScaled = (workload: Workload) => workload.kind === 'Deployment'

test('every program is scaled', () => {
  const scaled = ofKind(overlays.ha, 'HorizontalPodAutoscaler').map(({ metadata }) => metadata.name)
  const programs = workloadsOf(overlays.ha).filter(isScaled)
  expect(scaled.toSorted()).toEqual(programs.map(({ metadata }) => metadata.name).toSorted())
})

test('in ha-ci four replicas of every program fit two CPUs, with all servers and jobs', () => {
  const cpu = workloadsOf(overlays['ha-ci']).map((workload) => {
    const requests = containersOf(workload).map(({ resources }) =>
      quantity(resources?.requests?.['cpu'] ?? ''),
    )
    // Containers that prepare a pod end before the others begin.
    const pod = isJob(workload) ? Math.max(...requests) : (requests.at(-1) ?? 0)
    return pod * (isScaled(workload) ? REPLICAS_UNDER_LOAD : (workload.spec.replicas ?? 1))
  })
  expect(cpu.reduce((sum, each) => sum + each, 0)).toBeLessThan(CPUS)
})

/** A list by names, so that one entry more moves no other. */
const keyed = (list: Json[]): [string, Json][] =>
  list.map((each, index) => {
    const { name } = Object(each) as { name?: string }
    return [name ?? String(index), each]
  })

/** The paths at which two values differ. */
function differences(a: Json | undefined, b: Json | undefined, path: string): string[] {
  if (Bun.deepEquals(a, b)) return []
  const entries = [a, b].map((each) =>
    Array.isArray(each) ? keyed(each) : Object.entries(Object(each) as object),
  )
  if (typeof a !== 'object' || typeof b !== 'object') return [path]
  const [ours, others] = entries.map((each) => new Map<string, Json>(each))
  const names = new Set([...(ours?.keys() ?? []), ...(others?.keys() ?? [])])
  return [...names].flatMap((name) =>
    differences(ours?.get(name), others?.get(name), `${path}.${name}`),
  )
}

/** Without the hashes of ConfigMaps and Secrets, and with ConfigMaps under their own names. */
function comparable(objects: KubeObject[]): Map<string, Json> {
  const text = JSON.stringify(objects).replaceAll(
    /"((?:shop|mongo|jetstream|backup|\w+-mongo)[\w-]*?)-[a-z\d]{10}"/g,
    '"$1"',
  )
  return new Map(
    (JSON.parse(text) as KubeObject[]).map((object) => [nameOf(object), object as never as Json]),
  )
}

const ALLOWED = [
  // Other secrets, addresses and limits of the shop, and other images.
  /^Secret\/shop-secrets/,
  /^ConfigMap\/shop-env\.data\.(PUBLIC_ORIGINS|PUBLIC_MEDIA_URL|MINIO_URL|MINIO_REGION)$/,
  /^ConfigMap\/shop-env\.data\.(SIGNUPS_PER_HOUR|LIMIT_SCALE|STRIPE_API_URL|STRIPE_JS_URL)$/,
  /\.(containers|initContainers)\.\w+\.image$/,
  // One node.
  /^StatefulSet\/[\w-]+\.spec\.template\.spec\.affinity\.podAntiAffinity\./,
  /^Deployment\/\w+\.spec\.template\.spec\.topologySpreadConstraints\.0\.whenUnsatisfiable$/,
  /^(Deployment|StatefulSet)\/[\w-]+\.spec\.template\.spec\.containers\.server\.resources\.requests\.cpu$/,
  /^HorizontalPodAutoscaler\/\w+\.spec\.behavior\.scaleDown\.stabilizationWindowSeconds$/,
]
// The servers outside of the cluster, and what reaches them.
const ONLY_HERE = /sandbox|mailbox|minio|backup-bootstrap|^NetworkPolicy\/products$/
const ONLY_THERE = /^NetworkPolicy\/(to-s3|payments-to-stripe|notifications-to-smtp)$/

test('ha-ci is ha on one small node, with servers of its own instead of those outside', () => {
  const [small, real] = [comparable(overlays['ha-ci']), comparable(overlays.ha)]
  const names = [...new Set([...small.keys(), ...real.keys()])]
  const found = names.flatMap((name) => {
    const [ours, others] = [small.get(name), real.get(name)]
    if (others === undefined) return ONLY_HERE.test(name) ? [] : [`only in ha-ci: ${name}`]
    if (ours === undefined) return ONLY_THERE.test(name) ? [] : [`only in ha: ${name}`]
    return differences(ours, others, name)
  })
  expect(found.filter((path) => !ALLOWED.some((allowed) => allowed.test(path)))).toEqual([])
})
