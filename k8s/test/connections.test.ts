import { beforeAll, expect, test } from 'bun:test'
import { SERVICES } from '../../shared/contracts/services.ts'
import { workloadsOf, type KubeObject } from './objects.ts'
import { renderAll, type Overlay } from './render.ts'
import { connections } from './rules/network.ts'

const FETCH_MS = 300_000
const PROGRAMS = [...SERVICES, 'storefront']
let overlays: Record<Overlay, KubeObject[]>

beforeAll(async () => {
  overlays = await renderAll()
}, FETCH_MS)

const COMMON = [
  ...SERVICES.flatMap((name) => [`storefront > ${name}:3000`, `${name} > ${name}-mongo:27017`]),
  ...PROGRAMS.map((name) => `ingress-nginx > ${name}:3000`),
]
const MINIO = ['ingress-nginx', 'products', 'minio-bootstrap'].map((name) => `${name} > minio:9000`)
const STAN = SERVICES.map((name) => `${name} > nats:4222`)
const JETSTREAM = [
  ...SERVICES.map((name) => `${name} > jetstream:4222`),
  'jetstream > jetstream:6222',
]
const SANDBOX = [
  'ingress-nginx > stripe-sandbox:3010',
  'payments > stripe-sandbox:3010',
  'stripe-sandbox > payments:3000',
  'notifications > mailbox:1025',
]
const OUTSIDE = [
  'payments > internet:443',
  'notifications > internet:465',
  'notifications > internet:587',
]
const MONITORING = PROGRAMS.map((name) => `monitoring > ${name}:3000`)
const OBSERVED = [
  ...PROGRAMS.flatMap((name) => [`prometheus > ${name}:3000`, `${name} > tempo:4318`]),
  ...[443, 6443, 10250].map((port) => `prometheus > internet:${port}`),
  ...[443, 6443].map((port) => `alloy > internet:${port}`),
  'alloy > loki:3100',
  'grafana > prometheus:9090',
  'grafana > loki:3100',
  'grafana > tempo:3200',
]
const REPLICATED = [
  ...JETSTREAM,
  ...MONITORING,
  ...PROGRAMS.map((name) => `traefik > ${name}:3000`),
  ...SERVICES.flatMap((name) =>
    [`${name}-mongo`, `${name}-mongo-initiate`, 'backup'].map(
      (from) => `${from} > ${name}-mongo:27017`,
    ),
  ),
]

const PROD = [...MINIO, ...STAN, ...OUTSIDE, ...MONITORING]

test.each<[Overlay, string[]]>([
  ['ci', [...MINIO, ...STAN, ...SANDBOX]],
  ['prod', PROD],
  ['observed', [...PROD, ...OBSERVED]],
  ['moving', [...PROD, ...JETSTREAM]],
  ['ha', [...REPLICATED, ...OUTSIDE, 'products > internet:443', 'backup > internet:443']],
  [
    'ha-ci',
    [
      ...REPLICATED,
      ...SANDBOX,
      ...MINIO,
      'traefik > stripe-sandbox:3010',
      'traefik > minio:9000',
      'backup > minio:9000',
      'backup-bootstrap > minio:9000',
    ],
  ],
])('in %s only these connections are allowed', (overlay, own) => {
  const dns = workloadsOf(overlays[overlay]).map(({ metadata }) => `${metadata.name} > dns:53`)
  expect(new Set(connections(overlays[overlay]))).toEqual(new Set([...COMMON, ...own, ...dns]))
})
