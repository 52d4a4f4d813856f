import { beforeAll, expect, test } from 'bun:test'
import { type Container, type KubeObject, type PodSpec, type Workload } from './objects.ts'
import { renderAll } from './render.ts'
import { addressFaults } from './rules/addresses.ts'
import { availabilityFaults } from './rules/availability.ts'
import { edgeFaults, type Ingress } from './rules/edge.ts'
import { connections } from './rules/network.ts'
import { podFaults, writableRoots } from './rules/pods.ts'
import { referenceFaults } from './rules/references.ts'
import { loadSchema, schemaFaults, type Schema } from './rules/schema.ts'

// Each rule must see what it is there for: one fault is put into good manifests at a time.
type Rule = (objects: KubeObject[]) => string[]
type Loose<T> = T & Record<string, unknown>

const FETCH_MS = 300_000
let schema: Schema
let good: KubeObject[]

beforeAll(async () => {
  schema = await loadSchema()
  good = (await renderAll()).prod
}, FETCH_MS)

/** Gives one object of a copy to a change, then asks the rule. */
function faultsAfter(name: string, change: (object: never) => void, rule: Rule): string[] {
  const objects = structuredClone(good)
  const object = objects.find(({ kind, metadata }) => `${kind}/${metadata.name}` === name)
  if (object === undefined) throw new Error(`there is no ${name}`)
  change(object as never)
  return rule(objects)
}

const bySchema: Rule = (objects) => schemaFaults(objects, schema)
const onObject = (change: (object: Loose<KubeObject>) => void) => change
const onSpec = (change: (spec: Loose<Workload['spec']>) => void) => (object: Workload) =>
  change(object.spec)
const onPod = (change: (pod: Loose<PodSpec>) => void) =>
  onSpec((spec) => change(spec.template.spec as Loose<PodSpec>))
const onServer = (change: (server: Loose<Container>) => void) =>
  onPod((pod) => change(pod.containers[0] as Loose<Container>))
const onIngress = (change: (ingress: Ingress) => void) => change
const onPath = (change: (path: Ingress['spec']['rules'][0]['http']['paths'][0]) => void) =>
  onIngress(({ spec }) => {
    const path = spec.rules[0]?.http.paths[0]
    if (path !== undefined) change(path)
  })

const AUTH = 'Deployment/auth'
const SHOP = 'Ingress/shop'
const BUDGET = 'PodDisruptionBudget/auth'

test.each<[string, string, (object: never) => void, Rule]>([
  ['unknown field replica', AUTH, onSpec((spec) => (spec['replica'] = 2)), bySchema],
  ['must be integer, is "2"', AUTH, onSpec((spec) => (spec['replicas'] = '2' as never)), bySchema],
  ['must be string, is 1', AUTH, onServer((it) => (it.image = 1 as never)), bySchema],
  ['must be a list', AUTH, onServer((it) => (it.env = {} as never)), bySchema],
  ['selector is missing', AUTH, onSpec((spec) => delete spec.selector), bySchema],
  ['has no such kind', AUTH, onObject((it) => (it.apiVersion = 'apps/v1beta1')), bySchema],
  ['has no such kind', SHOP, onObject((it) => (it.apiVersion = 'extensions/v1')), bySchema],

  ['may run as root', AUTH, onPod((pod) => (pod.securityContext = {})), podFaults],
  ['has no seccomp', AUTH, onPod((pod) => delete pod.securityContext?.seccompProfile), podFaults],
  ['API server’s token', AUTH, onPod((p) => delete p.automountServiceAccountToken), podFaults],
  ['variables of all', AUTH, onPod((pod) => (pod.enableServiceLinks = true)), podFaults],
  ['node’s namespaces', AUTH, onPod((pod) => (pod['hostNetwork'] = true)), podFaults],
  ['may gain rights', AUTH, onServer((it) => (it.securityContext = {})), podFaults],
  ['has capabilities', AUTH, onServer((it) => delete it.securityContext?.capabilities), podFaults],
  ['is not pinned', AUTH, onServer((it) => (it.image = 'shop/auth')), podFaults],
  ['is not pinned', AUTH, onServer((it) => (it.image = 'shop/auth:latest')), podFaults],
  ['limit of memory', AUTH, onServer((it) => delete it.resources?.limits?.['memory']), podFaults],
  ['more memory than', AUTH, onServer(({ resources: r }) => swap(r)), podFaults],
  ['no livenessProbe', 'StatefulSet/nats', onServer((it) => delete it.livenessProbe), podFaults],
  [
    'livenessProbe must ask',
    AUTH,
    onServer((it) => (it.livenessProbe = it.readinessProbe!)),
    podFaults,
  ],
  ['no preStop sleep', AUTH, onServer((it) => delete it.lifecycle), podFaults],
  ['must have 45 s', AUTH, onPod((p) => (p.terminationGracePeriodSeconds = 30)), podFaults],
  ['must be read-only', AUTH, onServer((it) => (it.volumeMounts = [])), writableRoots],

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
    'no Service answers',
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
  ['not several', 'StatefulSet/nats', onSpec((spec) => (spec.replicas = 2)), availabilityFaults],
  [
    'data would go',
    'StatefulSet/nats',
    onSpec((spec) => delete spec.volumeClaimTemplates),
    availabilityFaults,
  ],

  ['stranger > auth:3000', 'NetworkPolicy/services', onObject((it) => widen(it)), connections],
  ['cart > auth-mongo:27017', 'NetworkPolicy/auth-mongo', onObject((it) => widen(it)), connections],
])('a rule finds: %s (%s)', (fault, name, change, rule) => {
  expect(rule(good).filter((found) => found.includes(fault))).toEqual([])
  expect(faultsAfter(name, change, rule).join('\n')).toContain(fault)
})

function swap(resources: Container['resources']): void {
  if (resources) [resources.requests, resources.limits] = [resources.limits!, resources.requests!]
}

/** Lets everybody in where only some were. */
function widen({ spec }: KubeObject): void {
  for (const rule of (spec as { ingress: { from: object[] }[] }).ingress)
    rule.from = [{ namespaceSelector: {} }]
}
