import { HOSTS } from '../../../e2e/stack/hosts.ts'
import { nameOf, ofKind, type KubeObject, type Service } from '../objects.ts'

export interface Ingress extends KubeObject {
  spec: {
    ingressClassName?: string
    tls?: { hosts: string[]; secretName: string }[]
    rules: { host: string; http: { paths: Path[] } }[]
  }
}

interface Path {
  path: string
  pathType: string
  backend: { service: { name: string; port: { name?: string; number?: number } } }
}

// Both controllers that are called nginx are told alike; each ignores the other's.
const SIZES = ['nginx.ingress.kubernetes.io/proxy-body-size', 'nginx.org/client-max-body-size']
const PORTABLE = [...SIZES, 'nginx.org/websocket-services']
// A product's body has at most 6 MiB.
const BODY_SIZE = '6m'

/** What only one Ingress controller would understand, and what leads nowhere. */
export function edgeFaults(objects: KubeObject[]): string[] {
  const backends = ofKind<Service>(objects, 'Service').flatMap(({ metadata, spec }) =>
    spec.ports.map(({ name }) => `${metadata.name}:${name}`),
  )
  return ofKind<Ingress>(objects, 'Ingress').flatMap((ingress) =>
    [
      ...hostFaults(ingress),
      ...annotationFaults(ingress),
      ...ingress.spec.rules.flatMap(({ http }) =>
        http.paths.flatMap((path) => pathFaults(path, backends)),
      ),
    ].map((fault) => `${nameOf(ingress)}: ${fault}`),
  )
}

function hostFaults({ spec }: Ingress): string[] {
  const faults = []
  const [rule, ...others] = spec.rules
  const host = rule?.host ?? ''
  if (others.length > 0) faults.push('has more than one host')
  if (!HOSTS.some((known) => known === host)) faults.push(`no certificate names ${host}`)
  const [tls] = spec.tls ?? []
  if (tls?.secretName !== 'shop-tls' || tls.hosts.join() !== host)
    faults.push('its certificate must be that of shop-tls, for its host')
  if (spec.ingressClassName !== 'nginx') faults.push('its class must be nginx')
  return faults
}

function annotationFaults({ metadata }: Ingress): string[] {
  const annotations = metadata.annotations ?? {}
  return [
    ...Object.keys(annotations)
      .filter((name) => !PORTABLE.includes(name))
      .map((name) => `the annotation ${name} is not portable`),
    ...SIZES.filter((name) => annotations[name] !== BODY_SIZE).map(
      (name) => `${name} must be ${BODY_SIZE}`,
    ),
  ]
}

function pathFaults({ path, pathType, backend }: Path, backends: string[]): string[] {
  const { name, port } = backend.service
  const faults = []
  if (pathType !== 'Prefix' && pathType !== 'Exact')
    faults.push(`${path}: the type ${pathType} is not portable`)
  if (!backends.includes(`${name}:${port.name}`))
    faults.push(`${path}: no Service has ${name}:${port.name ?? port.number}`)
  return faults
}
