import { beforeAll, test } from 'bun:test'
import {
  AUTH,
  expectReport,
  onCronJob,
  onObject,
  onPod,
  onServer,
  onSpec,
  type Mutant,
} from './mutate.ts'
import type { KubeObject, PodSpec } from './objects.ts'
import { renderAll } from './render.ts'
import { addressFaults } from './rules/addresses.ts'
import { availabilityFaults } from './rules/availability.ts'
import { clusterFaults } from './rules/clusters.ts'
import { gatewayFaults, type HttpRoute } from './rules/gateway.ts'
import { podFaults, writableRoots } from './rules/pods.ts'
import { referenceFaults } from './rules/references.ts'
import { loadSchema, schemaFaults, type Schema } from './rules/schema.ts'

const FETCH_MS = 300_000
const MONGO = 'StatefulSet/auth-mongo'
const JETSTREAM = 'StatefulSet/jetstream'
const MEMBERS = 'Service/auth-mongo-members'
const BACKUP = 'CronJob/backup'
let manifests: KubeObject[]
let schema: Schema

beforeAll(async () => {
  manifests = (await renderAll()).ha
  schema = await loadSchema()
}, FETCH_MS)

const bySchema = (objects: KubeObject[]) => schemaFaults(objects, schema)
const onRoute = (change: (spec: HttpRoute['spec']) => void) => (route: HttpRoute) =>
  change(route.spec)

test.each<Mutant>([
  ['unknown field min', 'HorizontalPodAutoscaler/auth', onSpec((it) => (it['min'] = 2)), bySchema],
  ['schedule is missing', BACKUP, onObject((it) => delete Object(it.spec).schedule), bySchema],

  ['may run as root', BACKUP, onCronJob(onPod((pod) => (pod.securityContext = {}))), podFaults],
  [
    'has capabilities',
    BACKUP,
    onCronJob(onPod((pod) => delete pod.initContainers?.[0]?.securityContext?.capabilities)),
    podFaults,
  ],
  [
    'must be read-only',
    MONGO,
    onPod((pod) => delete pod.initContainers?.[0]?.securityContext?.readOnlyRootFilesystem),
    writableRoots,
  ],
  ['no readinessProbe', MONGO, onServer((it) => delete it.readinessProbe), podFaults],

  [
    'there is no Secret/',
    MONGO,
    onPod((pod) => pod.volumes?.forEach(({ secret }) => secret?.items?.push({ key: 'x' }))),
    referenceFaults,
  ],
  ['nothing mounts secret', MONGO, onPod((pod) => delete pod.initContainers), referenceFaults],
  [
    'no Service at auth-mongo-2.auth-mongo-members:27017',
    MONGO,
    onSpec((spec) => (spec.replicas = 2)),
    addressFaults,
  ],
  [
    'no Service at jetstream-0.jetstream:6222',
    'Service/jetstream',
    onObject((it) => Object.assign(it.spec as object, { ports: [] })),
    addressFaults,
  ],
  [
    'no Service at $(SERVICE)-mongo-0',
    AUTH,
    onServer((it) => (it.env = it.env?.filter(({ name }) => name !== 'SERVICE') ?? [])),
    addressFaults,
  ],

  ['what its autoscaler chose', AUTH, onSpec((spec) => (spec.replicas = 2)), availabilityFaults],
  [
    'more than a share of its request',
    'HorizontalPodAutoscaler/auth',
    onSpec((it) => {
      const target = { type: 'Utilization', averageUtilization: 70 }
      Object.assign(it, { metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] })
    }),
    availabilityFaults,
  ],
  [
    'its start would start another',
    'HorizontalPodAutoscaler/auth',
    onSpec((it) => Object.assign(it, { behavior: {} })),
    availabilityFaults,
  ],
  [
    '1 disruption budgets for 1',
    'HorizontalPodAutoscaler/auth',
    onObject((it) => Object.assign(it.spec as object, { minReplicas: 1 })),
    availabilityFaults,
  ],
  [
    'a node for each other',
    MONGO,
    onPod((pod) => delete mustBeApart(pod)?.matchLabelKeys),
    clusterFaults,
  ],
  ['may be on one node', MONGO, onPod((pod) => delete pod.affinity), clusterFaults],
  ['may be on one node', JETSTREAM, onPod((pod) => delete pod.affinity), clusterFaults],
  ['wait for the others', MONGO, onSpec((it) => delete it.podManagementPolicy), clusterFaults],
  [
    'cannot find each other',
    MEMBERS,
    onObject((it) => Object.assign(it.spec as object, { publishNotReadyAddresses: false })),
    clusterFaults,
  ],
  ['survive the loss', JETSTREAM, onSpec((spec) => (spec.replicas = 2)), clusterFaults],

  ['unknown field timeouts', 'HTTPRoute/shop', onRoute(addTimeouts), gatewayFaults],
  ['rules is missing', 'HTTPRoute/shop', onRoute((it) => delete Object(it).rules), gatewayFaults],
  [
    'no certificate names',
    'HTTPRoute/shop',
    onRoute((it) => it.hostnames?.push('x')),
    gatewayFaults,
  ],
  [
    'there is no listener shop/x',
    'HTTPRoute/shop',
    onRoute((it) => it.parentRefs.push({ name: 'shop', sectionName: 'x' })),
    gatewayFaults,
  ],
  [
    'must use shop-tls',
    'HTTPRoute/shop',
    onRoute((it) => (it.parentRefs = [{ name: 'shop', sectionName: 'http' }])),
    gatewayFaults,
  ],
  [
    'no Service has auth:1',
    'HTTPRoute/shop',
    onRoute(({ rules }) => Object.assign(rules[0]?.backendRefs?.[0] ?? {}, { port: 1 })),
    gatewayFaults,
  ],
])('a rule reports: %s (%s)', (report, object, change, rule) => {
  expectReport(manifests, [report, object, change, rule])
})

function addTimeouts({ rules }: HttpRoute['spec']): void {
  Object.assign(rules[0] ?? {}, { timeouts: { request: '10s' } })
}

const mustBeApart = ({ affinity }: PodSpec) =>
  affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.[0]
