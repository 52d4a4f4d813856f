import { beforeAll, describe, expect, test } from 'bun:test'
import { HOSTS } from '../../e2e/stack/front-door/hosts.ts'
import { readIngresses, toIngress } from '../../e2e/stack/front-door/ingress.ts'
import { SERVICES } from '../../shared/contracts/services.ts'
import { containersOf, ofKind, workloadsOf, type KubeObject } from './objects.ts'
import { OVERLAYS, renderAll, type Overlay } from './render.ts'
import { accountFaults } from './rules/accounts.ts'
import { addressFaults } from './rules/addresses.ts'
import { availabilityFaults } from './rules/availability.ts'
import { clusterFaults } from './rules/clusters.ts'
import { edgeFaults, type Ingress } from './rules/edge.ts'
import { gatewayFaults } from './rules/gateway.ts'
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
    expect(gatewayFaults(overlays[overlay])).toEqual([])
  })

  test('survives updates and drains', () => {
    expect(availabilityFaults(overlays[overlay])).toEqual([])
    expect(clusterFaults(overlays[overlay])).toEqual([])
  })
})

test.each(OVERLAYS.filter((overlay) => overlay !== 'dev'))(
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
    Object.fromEntries([...SERVICES, 'storefront'].map((name) => [name, 2])),
  )
})

test.each(['prod', 'ha'] as const)('%s pins third-party images by digest', (overlay) => {
  const images = workloadsOf(overlays[overlay])
    .flatMap(containersOf)
    .map(({ image }) => image)
  // Nobody could pull the image of NATS here.
  const foreign = images.filter((image) => !/^(shop\/|nats:)/.test(image))
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
  for (const overlay of ['dev', 'ci', 'ha-ci'] as const)
    expect(workloadsOf(overlays[overlay]).map(({ metadata }) => metadata.name)).toContain(
      'stripe-sandbox',
    )
  for (const overlay of ['prod', 'ha'] as const)
    expect(JSON.stringify(overlays[overlay])).not.toMatch(/sandbox/i)
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
