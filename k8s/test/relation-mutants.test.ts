import { beforeAll, test } from 'bun:test'
import {
  AUTH,
  SHOP,
  BUDGET,
  onIngress,
  onObject,
  onPath,
  onPod,
  onServer,
  onSpec,
  expectReport,
  validManifests,
  widen,
  type Mutant,
} from './mutate.ts'
import type { KubeObject } from './objects.ts'
import { addressFaults } from './rules/addresses.ts'
import { availabilityFaults } from './rules/availability.ts'
import { clusterFaults } from './rules/clusters.ts'
import { edgeFaults } from './rules/edge.ts'
import { connections } from './rules/network.ts'
import { referenceFaults } from './rules/references.ts'

const FETCH_MS = 300_000
let manifests: KubeObject[]

beforeAll(async () => {
  manifests = await validManifests()
}, FETCH_MS)

test.each<Mutant>([
  [
    'no label app.kubernetes.io/component',
    AUTH,
    onObject((it) => delete it.metadata.labels?.['app.kubernetes.io/component']),
    referenceFaults,
  ],
  ['not in the namespace', AUTH, onObject((it) => delete it.metadata.namespace), referenceFaults],
  ['is there 2 times', AUTH, onObject((it) => (it.metadata.name = 'cart')), referenceFaults],
  [
    'selects 0 workloads',
    'Service/auth',
    onObject((it) => (it.spec = { selector: { a: 'b' }, ports: [] })),
    referenceFaults,
  ],
  ['has no port http', AUTH, onServer((it) => (it.ports = [])), referenceFaults],
  ['a probe asks the port', AUTH, onServer((it) => (it.ports = [])), referenceFaults],
  [
    'choose its own pods',
    'StatefulSet/auth-mongo',
    onSpec((spec) => (spec.selector = { matchLabels: { 'app.kubernetes.io/name': 'mongo' } })),
    referenceFaults,
  ],
  [
    'there is no Service x',
    'StatefulSet/nats',
    onSpec((spec) => (spec.serviceName = 'x')),
    referenceFaults,
  ],
  [
    'there is no Secret/x/y',
    AUTH,
    onServer((it) =>
      it.env?.push({ name: 'A', valueFrom: { secretKeyRef: { name: 'x', key: 'y' } } }),
    ),
    referenceFaults,
  ],
  [
    'there is no ConfigMap/x',
    AUTH,
    onServer((it) => (it.envFrom = [{ configMapRef: { name: 'x' } }])),
    referenceFaults,
  ],
  [
    'MONGO_URL is set twice',
    AUTH,
    onServer((it) => it.env?.push({ name: 'MONGO_URL' })),
    referenceFaults,
  ],
  ['there is no volume tmp', AUTH, onPod((pod) => (pod.volumes = [])), referenceFaults],
  ['nothing mounts tmp', AUTH, onServer((it) => (it.volumeMounts = [])), referenceFaults],
  [
    'no Service at',
    AUTH,
    onServer((it) => it.env?.push({ name: 'A', value: 'http://nobody:1/x' })),
    addressFaults,
  ],
  [
    'belongs into a Secret',
    AUTH,
    onServer((it) => it.env?.push({ name: 'JWT_PUBLIC_KEY', value: 'k' })),
    addressFaults,
  ],
  ['more than one host', SHOP, onIngress(({ spec }) => spec.rules.push(...spec.rules)), edgeFaults],
  [
    'no certificate names',
    SHOP,
    onIngress(({ spec }) => (spec.rules[0]!.host = 'x.local')),
    edgeFaults,
  ],
  ['must be that of shop-tls', SHOP, onIngress(({ spec }) => delete spec.tls), edgeFaults],
  ['its class must be', SHOP, onIngress(({ spec }) => delete spec.ingressClassName), edgeFaults],
  ['is not portable', SHOP, onIngress((it) => (it.metadata.annotations!['a/b'] = 'c')), edgeFaults],
  ['must be 64k', SHOP, onIngress((it) => (it.metadata.annotations = {})), edgeFaults],
  ['limit-rps is missing', SHOP, onIngress((it) => (it.metadata.annotations = {})), edgeFaults],
  [
    'is not portable',
    SHOP,
    onPath((path) => (path.pathType = 'ImplementationSpecific')),
    edgeFaults,
  ],
  [
    'no Service has auth:3000',
    SHOP,
    onPath((path) => (path.backend.service.port = { number: 3000 })),
    edgeFaults,
  ],
  ['1 disruption budgets', AUTH, onSpec((spec) => (spec.replicas = 1)), availabilityFaults],
  [
    '0 disruption budgets',
    BUDGET,
    onObject((it) => (it.spec = { selector: { matchLabels: { a: 'b' } } })),
    availabilityFaults,
  ],
  [
    'must have maxUnavailable: 1',
    BUDGET,
    onObject((it) => Object.assign(it.spec as object, { maxUnavailable: 2 })),
    availabilityFaults,
  ],
  ['must start the new pod', AUTH, onSpec((spec) => delete spec.strategy), availabilityFaults],
  ['survive the loss', 'StatefulSet/nats', onSpec((it) => (it.replicas = 2)), clusterFaults],
  [
    'data would go',
    'StatefulSet/nats',
    onSpec((spec) => delete spec.volumeClaimTemplates),
    availabilityFaults,
  ],
  ['stranger > auth:3000', 'NetworkPolicy/services', onObject((it) => widen(it)), connections],
  ['cart > auth-mongo:27017', 'NetworkPolicy/auth-mongo', onObject((it) => widen(it)), connections],
])('a rule reports: %s (%s)', (report, object, change, rule) => {
  expectReport(manifests, [report, object, change, rule])
})
