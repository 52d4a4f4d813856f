import { HOSTS } from '../../../e2e/stack/front-door/hosts.ts'
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

// Annotations of both NGINX controllers; each ignores the other's.
const SIZES = ['nginx.ingress.kubernetes.io/proxy-body-size', 'nginx.org/client-max-body-size']
const LIMITS = ['limit-connections', 'limit-rps', 'limit-burst-multiplier'].map(
  (name) => `nginx.ingress.kubernetes.io/${name}`,
)
const PORTABLE = [
  ...SIZES,
  ...LIMITS,
  'nginx.ingress.kubernetes.io/limit-whitelist',
  'nginx.org/websocket-services',
]
const BODY_SIZE = '64k'
// Product bodies and uploads in MinIO's console have at most 6 MiB.
const LARGE = { size: '6m', ingresses: ['shop-uploads', 'minio-console'] }
const UNLIMITED = ['minio-console']

/** Non-portable Ingresses and unknown backends. */
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
  const { name, annotations = {} } = metadata
  const size = LARGE.ingresses.includes(name) ? LARGE.size : BODY_SIZE
  const missing = UNLIMITED.includes(name) ? [] : LIMITS.filter((limit) => !(limit in annotations))
  return [
    ...Object.keys(annotations)
      .filter((key) => !PORTABLE.includes(key))
      .map((key) => `the annotation ${key} is not portable`),
    ...SIZES.filter((key) => annotations[key] !== size).map((key) => `${key} must be ${size}`),
    ...missing.map((limit) => `one address may do anything: ${limit} is missing`),
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
