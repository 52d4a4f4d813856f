import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../settings/paths.ts'
import { StackFailure } from '../system/failure.ts'

/** The part of an Ingress that the front door uses; each has one host. */
export interface Ingress {
  name: string
  host: string
  bodySize: string
  /** Limits for one client address; absent when there are none. */
  limits?: Limits
  routes: Route[]
}

interface Limits {
  connections: number
  requestsPerSecond: number
  /** Requests allowed in a burst. */
  burst: number
}

export interface Route {
  path: string
  exact: boolean
  /** `service:port name`. */
  backend: string
}

interface IngressYaml {
  kind: string
  metadata: { name: string; annotations?: Record<string, string> }
  spec: { rules: { host: string; http: { paths: PathYaml[] } }[] }
}

interface PathYaml {
  path: string
  pathType: string
  backend: { service: { name: string; port: { name: string } } }
}

interface AddOperation {
  op: string
  path: string
  value: PathYaml
}

const NEW_PATH = '/spec/rules/0/http/paths/-'
const FAMILY = 'nginx.ingress.kubernetes.io'
const BODY_SIZE = [`${FAMILY}/proxy-body-size`, 'nginx.org/client-max-body-size']

/** Reads the cluster's Ingresses; the sandbox component adds its path. */
export function readIngresses({ sandbox }: { sandbox: boolean }): Ingress[] {
  const base = readYaml('k8s/base/edge/kustomization.yaml') as { resources: string[] }
  const yamls = base.resources.map((file) => readYaml(`k8s/base/edge/${file}`) as IngressYaml)
  if (sandbox) addComponent(yamls, 'k8s/components/stripe-sandbox')
  return yamls.map(toIngress)
}

/** Parses an Ingress; throws on a field that the front door cannot honor. */
export function toIngress({ metadata, spec }: IngressYaml): Ingress {
  const { name, annotations = {} } = metadata
  const [rule, ...others] = spec.rules
  if (rule === undefined || others.length > 0)
    throw new StackFailure(`Ingress ${name} must have exactly one host`)
  const [bodySize, same] = BODY_SIZE.map((key) => annotations[key])
  if (bodySize === undefined || bodySize !== same)
    throw new StackFailure(`Ingress ${name} must give one size as ${BODY_SIZE.join(', ')}`)
  const limits = toLimits(name, annotations)
  const ingress = { name, host: rule.host, bodySize, routes: rule.http.paths.map(toRoute) }
  return limits === undefined ? ingress : { ...ingress, limits }
}

const LIMITS = ['limit-connections', 'limit-rps', 'limit-burst-multiplier']

function toLimits(name: string, annotations: Record<string, string>): Limits | undefined {
  const values = LIMITS.map((limit) => annotations[`${FAMILY}/${limit}`])
  if (values.every((value) => value === undefined)) return undefined
  const [connections = 0, requestsPerSecond = 0, multiplier = 0] = values.map(Number)
  if (![connections, requestsPerSecond, multiplier].every((value) => value > 0))
    throw new StackFailure(`Ingress ${name} must give all of ${LIMITS.join(', ')}, or none`)
  return { connections, requestsPerSecond, burst: requestsPerSecond * multiplier }
}

function toRoute({ path, pathType, backend }: PathYaml): Route {
  if (pathType !== 'Prefix' && pathType !== 'Exact')
    throw new StackFailure(`path ${path}: pathType ${pathType} is not portable`)
  const { name, port } = backend.service
  return { path, exact: pathType === 'Exact', backend: `${name}:${port.name}` }
}

function addComponent(yamls: IngressYaml[], folder: string): void {
  const { patches } = readYaml(`${folder}/kustomization.yaml`) as {
    patches: { target: { kind: string; name: string }; path: string }[]
  }
  for (const { target, path } of patches.filter((patch) => patch.target.kind === 'Ingress')) {
    const paths = yamls.find(({ metadata }) => metadata.name === target.name)?.spec.rules[0]?.http
    for (const operation of readYaml(`${folder}/${path}`) as AddOperation[]) {
      if (paths === undefined || operation.op !== 'add' || operation.path !== NEW_PATH)
        throw new StackFailure(`${folder}/${path}: only \`add\` at ${NEW_PATH} is understood`)
      paths.paths.push(operation.value)
    }
  }
}

function readYaml(path: string): unknown {
  return Bun.YAML.parse(readFileSync(join(root, path), 'utf8'))
}
