import { beforeAll, test } from 'bun:test'
import {
  AUTH,
  SHOP,
  onObject,
  onPod,
  onServer,
  onSpec,
  expectReport,
  validManifests,
  type Mutant,
} from './mutate.ts'
import type { Container, KubeObject } from './objects.ts'
import { podFaults, writableRoots } from './rules/pods.ts'
import { loadSchema, schemaFaults, type Schema } from './rules/schema.ts'

const FETCH_MS = 300_000
let schema: Schema
let manifests: KubeObject[]

beforeAll(async () => {
  schema = await loadSchema()
  manifests = await validManifests()
}, FETCH_MS)

const bySchema = (objects: KubeObject[]) => schemaFaults(objects, schema)

test.each<Mutant>([
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
])('a rule reports: %s (%s)', (report, object, change, rule) => {
  expectReport(manifests, [report, object, change, rule])
})

function swap(resources: Container['resources']): void {
  if (resources) [resources.requests, resources.limits] = [resources.limits!, resources.requests!]
}
