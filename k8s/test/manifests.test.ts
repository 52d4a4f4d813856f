import { beforeAll, describe, expect, test } from 'bun:test'
import { HOSTS } from '../../e2e/stack/front-door/hosts.ts'
import { readIngresses, toIngress } from '../../e2e/stack/front-door/ingress.ts'
import { SERVICES } from '../../shared/contracts/services.ts'
import { ofKind, workloadsOf, type KubeObject } from './objects.ts'
import { OVERLAYS, renderAll, type Overlay } from './render.ts'
import { accountFaults } from './rules/accounts.ts'
import { addressFaults } from './rules/addresses.ts'
import { availabilityFaults } from './rules/availability.ts'
import { edgeFaults, type Ingress } from './rules/edge.ts'
import { connections } from './rules/network.ts'
import { podFaults, writableRoots } from './rules/pods.ts'
import { referenceFaults } from './rules/references.ts'
import { loadSchema, schemaFaults, type Schema } from './rules/schema.ts'

const FETCH_MS = 300_000
let overlays: Record<Overlay, KubeObject[]>
let schema: Schema

beforeAll(async () => {
  schema = await loadSchema()
  overlays = await renderAll()
}, FETCH_MS)

describe.each([...OVERLAYS])('the overlay %s', (overlay) => {
  test('is accepted by a strict API server', () => {
    expect(schemaFaults(overlays[overlay], schema)).toEqual([])
  })

  test('has pods with limited rights, pinned images, resources, probes and grace periods', () => {
    expect(podFaults(overlays[overlay])).toEqual([])
  })

  test('has no unknown references', () => {
    expect(referenceFaults(overlays[overlay])).toEqual([])
    expect(addressFaults(overlays[overlay])).toEqual([])
    expect(accountFaults(overlays[overlay])).toEqual([])
  })

  test('has portable routes with a certificate', () => {
    expect(edgeFaults(overlays[overlay])).toEqual([])
  })

  test('survives updates and drains', () => {
    expect(availabilityFaults(overlays[overlay])).toEqual([])
  })
})

test.each(['ci', 'prod', 'observed'] as const)(
  'in %s programs write only to their volumes',
  (overlay) => {
    expect(writableRoots(overlays[overlay])).toEqual([])
  },
)

test('production has two replicas of each program', () => {
  const replicas = ofKind(overlays.prod, 'Deployment').map(
    ({ metadata, spec }) => [metadata.name, (spec as { replicas?: number }).replicas] as const,
  )
  expect(Object.fromEntries(replicas)).toEqual(
    Object.fromEntries(PROGRAMS.map((name) => [name, 2])),
  )
})

test('production pins third-party images by digest', () => {
  const images = workloadsOf(overlays.prod).map(
    ({ spec }) => spec.template.spec.containers[0]?.image,
  )
  const foreign = images.filter((image = '') => !image.startsWith('shop/'))
  expect(foreign.length).toBeGreaterThan(0)
  for (const image of foreign) expect(image).toMatch(/@sha256:[\da-f]{64}$/)
})

test('the namespace enforces the restricted Pod Security level', () => {
  const [space] = ofKind(overlays.prod, 'Namespace')
  expect(space?.metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'restricted',
  })
})

const hostsOf = (overlay: Overlay) =>
  ofKind<Ingress>(overlays[overlay], 'Ingress').map(({ spec }) => spec.rules[0]?.host ?? '')

test("MinIO's console is exposed only in development", () => {
  expect(new Set(hostsOf('dev'))).toEqual(new Set(HOSTS))
  for (const overlay of ['ci', 'prod'] as const)
    expect(new Set(hostsOf(overlay))).toEqual(new Set(['ecommerce.local', 'minio-api.local']))
})

test('the Stripe sandbox runs only in development and tests', () => {
  for (const overlay of ['dev', 'ci'] as const)
    expect(workloadsOf(overlays[overlay]).map(({ metadata }) => metadata.name)).toContain(
      'stripe-sandbox',
    )
  expect(JSON.stringify(overlays.prod)).not.toMatch(/sandbox/i)
})

test.each([
  ['dev', { sandbox: true }],
  ['prod', { sandbox: false }],
] as const)('%s has the routes of the local front door', (overlay, options) => {
  const routes = ofKind<Ingress>(overlays[overlay], 'Ingress').map((ingress) =>
    toIngress(ingress as Parameters<typeof toIngress>[0]),
  )
  const local = readIngresses(options).filter(({ host }) => hostsOf(overlay).includes(host))
  expect(routes.toSorted(byName)).toEqual(local.toSorted(byName))
})

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)

const PROGRAMS = [...SERVICES, 'storefront']
const COMMON = [
  ...SERVICES.flatMap((name) => [
    `ingress-nginx > ${name}:3000`,
    `storefront > ${name}:3000`,
    `${name} > ${name}-mongo:27017`,
    `${name} > nats:4222`,
  ]),
  'ingress-nginx > storefront:3000',
  'ingress-nginx > minio:9000',
  'products > minio:9000',
  'minio-bootstrap > minio:9000',
]
const OF_PROD = [
  'payments > internet:443',
  'notifications > internet:465',
  'notifications > internet:587',
  ...PROGRAMS.map((name) => `monitoring > ${name}:3000`),
]
const ONLY = {
  ci: [
    'ingress-nginx > stripe-sandbox:3010',
    'payments > stripe-sandbox:3010',
    'stripe-sandbox > payments:3000',
    'notifications > mailbox:1025',
  ],
  prod: OF_PROD,
  observed: [
    ...OF_PROD,
    ...PROGRAMS.flatMap((name) => [`prometheus > ${name}:3000`, `${name} > tempo:4318`]),
    ...[443, 6443, 10250].map((port) => `prometheus > internet:${port}`),
    ...[443, 6443].map((port) => `alloy > internet:${port}`),
    'alloy > loki:3100',
    'grafana > prometheus:9090',
    'grafana > loki:3100',
    'grafana > tempo:3200',
  ],
}

test.each(['ci', 'prod', 'observed'] as const)(
  'in %s only these connections are allowed',
  (overlay) => {
    const dns = workloadsOf(overlays[overlay]).map(({ metadata }) => `${metadata.name} > dns:53`)
    const wanted = new Set([...COMMON, ...ONLY[overlay], ...dns])
    expect(new Set(connections(overlays[overlay]))).toEqual(wanted)
  },
)
