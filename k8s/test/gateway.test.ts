import { beforeAll, expect, test } from 'bun:test'
import { ofKind, type KubeObject, type Service } from './objects.ts'
import { renderAll, type Overlay } from './render.ts'
import type { Ingress } from './rules/edge.ts'
import type { HttpRoute } from './rules/gateway.ts'

const FETCH_MS = 300_000
let overlays: Record<Overlay, KubeObject[]>

beforeAll(async () => {
  overlays = await renderAll()
}, FETCH_MS)

const routesOf = (objects: KubeObject[]) => ofKind<HttpRoute>(objects, 'HTTPRoute')

/** Host, path, service and port of each row of the Ingresses. */
function tableOfIngresses(objects: KubeObject[]): string[] {
  const services = ofKind<Service>(objects, 'Service')
  const portOf = (service: string, name = '') =>
    services
      .find(({ metadata }) => metadata.name === service)
      ?.spec.ports.find((port) => port.name === name)?.port
  return ofKind<Ingress>(objects, 'Ingress').flatMap(({ spec }) =>
    spec.rules.flatMap(({ host, http }) =>
      http.paths.map(({ path, pathType, backend: { service } }) =>
        [host, path, pathType, service.name, portOf(service.name, service.port.name)].join(' '),
      ),
    ),
  )
}

const TYPES: Record<string, string> = { PathPrefix: 'Prefix', Exact: 'Exact' }

/** The same of the routes. */
function tableOfRoutes(objects: KubeObject[]): string[] {
  return routesOf(objects).flatMap(({ spec: { hostnames = [], rules } }) =>
    hostnames.flatMap((host) =>
      rules.flatMap(({ matches = [], backendRefs = [] }) =>
        matches.flatMap(({ path }) =>
          backendRefs.map(({ name, port }) =>
            [host, path.value, TYPES[path.type], name, port].join(' '),
          ),
        ),
      ),
    ),
  )
}

test.each([
  ['ha-ci', 'ci', () => true],
  // Pictures are at an address of their own.
  ['ha', 'prod', (row: string) => !row.startsWith('minio-api')],
] as const)('the Gateway of %s leads where the Ingresses of %s do', (overlay, other, isKept) => {
  const wanted = tableOfIngresses(overlays[other]).filter(isKept)
  expect(wanted.length).toBeGreaterThan(10)
  expect(tableOfRoutes(overlays[overlay]).toSorted()).toEqual(wanted.toSorted())
  expect(ofKind(overlays[overlay], 'Ingress')).toEqual([])
})

test('without TLS there are only redirects', () => {
  const plain = routesOf(overlays['ha-ci']).filter(({ spec }) =>
    spec.parentRefs.some(({ sectionName }) => sectionName === 'http'),
  )
  expect(plain.map(({ spec }) => spec.rules)).toEqual([
    [
      {
        filters: [
          { type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } },
        ],
      },
    ],
  ])
})
