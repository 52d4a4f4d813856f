import { HOSTS } from '../../../e2e/stack/front-door/hosts.ts'
import { nameOf, ofKind, type Json, type KubeObject, type Service } from '../objects.ts'

const GATEWAY_API = 'gateway.networking.k8s.io/v1'

interface Gateway extends KubeObject {
  spec: { listeners: { name: string; protocol: string; tls?: { certificateRefs: Named[] } }[] }
}

interface Named {
  name: string
}

export interface HttpRoute extends KubeObject {
  spec: {
    parentRefs: { name: string; sectionName: string }[]
    hostnames?: string[]
    rules: Rule[]
  }
}

interface Rule {
  matches?: { path: { type: string; value: string } }[]
  backendRefs?: { name: string; port: number }[]
  filters?: object[]
}

/** All that the shop uses of the Gateway API; a name with `?` may be missing. Time-outs would end streams. */
const SHAPES: Record<string, Shape> = {
  Gateway: {
    gatewayClassName: 'string',
    listeners: [
      {
        name: 'string',
        protocol: 'string',
        port: 'number',
        'tls?': { mode: 'string', certificateRefs: [{ name: 'string' }] },
      },
    ],
  },
  HTTPRoute: {
    parentRefs: [{ name: 'string', sectionName: 'string' }],
    'hostnames?': ['string'],
    rules: [
      {
        'matches?': [{ path: { type: 'string', value: 'string' } }],
        'backendRefs?': [{ name: 'string', port: 'number' }],
        'filters?': [
          { type: 'string', requestRedirect: { scheme: 'string', statusCode: 'number' } },
        ],
      },
    ],
  },
}

type Shape = string | [Shape] | { [name: string]: Shape }

/** Unknown or missing fields, listeners, hosts and backends. */
export function gatewayFaults(objects: KubeObject[]): string[] {
  const ours = objects.filter(({ apiVersion }) => apiVersion.startsWith('gateway.'))
  return ours.flatMap((object) => {
    const shape = SHAPES[object.kind]
    if (shape === undefined || object.apiVersion !== GATEWAY_API)
      return [`${nameOf(object)}: ${object.apiVersion} is not known here`]
    const faults = shapeFaults(object.spec as Json, shape, nameOf(object))
    if (faults.length > 0) return faults
    return object.kind === 'HTTPRoute' ? routeFaults(object as HttpRoute, objects) : []
  })
}

function shapeFaults(value: Json | undefined, shape: Shape, path: string): string[] {
  if (typeof shape === 'string')
    return typeof value === shape ? [] : [`${path}: must be a ${shape}`]
  if (Array.isArray(shape))
    return Array.isArray(value)
      ? value.flatMap((each, index) => shapeFaults(each, shape[0], `${path}[${index}]`))
      : [`${path}: must be a list`]
  const object = Object(value) as Record<string, Json>
  const known = Object.keys(shape).map((name) => name.replace('?', ''))
  return [
    ...Object.keys(object)
      .filter((name) => !known.includes(name))
      .map((name) => `${path}: unknown field ${name}`),
    ...Object.entries(shape).flatMap(([name, inner]) => {
      const key = name.replace('?', '')
      if (object[key] === undefined) return name === key ? [`${path}: ${key} is missing`] : []
      return shapeFaults(object[key], inner, `${path}.${key}`)
    }),
  ]
}

function routeFaults(route: HttpRoute, objects: KubeObject[]): string[] {
  const { parentRefs, hostnames = [], rules } = route.spec
  const listeners = ofKind<Gateway>(objects, 'Gateway').flatMap(({ metadata, spec }) =>
    spec.listeners.map((each) => ({ ...each, id: `${metadata.name}/${each.name}` })),
  )
  const isEncrypted = (id: string) =>
    listeners.find((each) => each.id === id)?.tls?.certificateRefs[0]?.name === 'shop-tls'
  const backends = ofKind<Service>(objects, 'Service').flatMap(({ metadata, spec }) =>
    spec.ports.map(({ port }) => `${metadata.name}:${port}`),
  )
  const parents = parentRefs.map(({ name, sectionName }) => `${name}/${sectionName}`)
  const used = rules.flatMap(({ backendRefs = [] }) =>
    backendRefs.map(({ name, port }) => `${name}:${port}`),
  )
  return [
    ...parents
      .filter((id) => !listeners.some((each) => each.id === id))
      .map((id) => `there is no listener ${id}`),
    ...(used.length > 0 && !parents.every(isEncrypted) ? ['its listener must use shop-tls'] : []),
    ...hostnames
      .filter((host) => !HOSTS.some((known) => known === host))
      .map((host) => `no certificate names ${host}`),
    ...used.filter((id) => !backends.includes(id)).map((id) => `no Service has ${id}`),
  ].map((fault) => `${nameOf(route)}: ${fault}`)
}
