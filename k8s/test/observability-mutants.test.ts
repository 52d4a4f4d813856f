import { beforeAll, test } from 'bun:test'
import { expectReport, onObject, onPod, widen, type Mutant } from './mutate.ts'
import type { KubeObject } from './objects.ts'
import { renderAll } from './render.ts'
import { accountFaults } from './rules/accounts.ts'
import { addressFaults } from './rules/addresses.ts'
import { connections } from './rules/network.ts'

const FETCH_MS = 300_000
const PROMETHEUS = 'StatefulSet/prometheus'
let manifests: KubeObject[]

beforeAll(async () => {
  manifests = (await renderAll()).observed
}, FETCH_MS)

test.each<Mutant>([
  [
    'there is no ServiceAccount/x',
    PROMETHEUS,
    onPod((pod) => (pod.serviceAccountName = 'x')),
    accountFaults,
  ],
  [
    'both a token and an account',
    PROMETHEUS,
    onPod((pod) => delete pod.serviceAccountName),
    accountFaults,
  ],
  [
    'both a token and an account',
    'DaemonSet/alloy',
    onPod((pod) => (pod.volumes = [])),
    accountFaults,
  ],
  [
    'there is no Role/x',
    'RoleBinding/alloy',
    onObject((it) => Object.assign(it['roleRef'] as object, { name: 'x' })),
    accountFaults,
  ],
  [
    'more than reading pods',
    'Role/alloy',
    onObject((it) => allow(it, 'resources', 'secrets')),
    accountFaults,
  ],
  [
    'more than reading pods',
    'ClusterRole/shop-prometheus',
    onObject((it) => allow(it, 'verbs', '*')),
    accountFaults,
  ],
  [
    'no Service at',
    'Service/tempo',
    onObject((it) => Object.assign(it.spec as object, { ports: [] })),
    addressFaults,
  ],
  ['stranger > loki:3100', 'NetworkPolicy/loki', onObject((it) => widen(it)), connections],
  [
    'stranger > prometheus:9090',
    'NetworkPolicy/prometheus',
    onObject((it) => widen(it)),
    connections,
  ],
  ['stranger > tempo:4318', 'NetworkPolicy/tempo', onObject((it) => widen(it)), connections],
])('a rule reports: %s (%s)', (report, object, change, rule) => {
  expectReport(manifests, [report, object, change, rule])
})

function allow(role: object, what: 'resources' | 'verbs', more: string): void {
  const { rules } = role as { rules: Record<'resources' | 'verbs', string[]>[] }
  rules[0]?.[what].push(more)
}
