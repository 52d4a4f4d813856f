import { environmentOf, expand } from '../environment.ts'
import {
  containersOf,
  nameOf,
  ofKind,
  workloadsOf,
  type KubeObject,
  type Service,
  type Workload,
} from '../objects.ts'

// One server, or the members of a set or cluster, separated by commas.
const ADDRESS = /(?:http|nats|mongodb):\/\/(?:[^@/,]*@)?([\w$().-]+(?::\d+)?(?:,[\w$().-]+:\d+)*)/g
const IS_SECRET = /KEY|SECRET|PASSWORD/
const IS_KEY = /\b(?:sk|rk|whsec)_\w/

/** Addresses without a Service, and secrets outside of Secrets. */
export function addressFaults(objects: KubeObject[]): string[] {
  const known = knownAddresses(objects)
  return [
    ...[...configured(objects), ...inPods(objects)].flatMap(({ where, name, value }) =>
      [...value.matchAll(ADDRESS)]
        .flatMap(([, hosts = '']) => hosts.split(','))
        .filter((host) => !known.has(host))
        .map((host) => `${where}: no Service at ${host}, see ${name}`),
    ),
    ...[...configured(objects), ...literals(objects)]
      .filter(({ name, value }) => (IS_SECRET.test(name) && value !== '') || IS_KEY.test(value))
      .map(({ where, name }) => `${where}: ${name} belongs into a Secret`),
  ]
}

/** `service:port`, and `pod.service:port` of the pods of StatefulSets. */
function knownAddresses(objects: KubeObject[]): Set<string> {
  const ports = ofKind<Service>(objects, 'Service').flatMap(({ metadata, spec }) =>
    spec.ports.map(({ port }) => ({ service: metadata.name, port })),
  )
  const pods = ofKind<Workload>(objects, 'StatefulSet').flatMap(({ metadata, spec }) =>
    Array.from({ length: spec.replicas ?? 1 }, (_, number) => ({
      pod: `${metadata.name}-${number}`,
      service: spec.serviceName,
    })),
  )
  return new Set(
    ports.flatMap(({ service, port }) => [
      `${service}:${port}`,
      ...pods
        .filter((each) => each.service === service)
        .map(({ pod }) => `${pod}.${service}:${port}`),
    ]),
  )
}

interface Setting {
  where: string
  name: string
  value: string
}

function configured(objects: KubeObject[]): Setting[] {
  return ofKind(objects, 'ConfigMap').flatMap((map) =>
    Object.entries(map.data ?? {})
      .filter(([name]) => /^[A-Z_]+$/.test(name))
      .map(([name, value]) => ({ where: nameOf(map), name, value })),
  )
}

/** What variables and arguments become. */
function inPods(objects: KubeObject[]): Setting[] {
  return workloadsOf(objects).flatMap((workload) =>
    containersOf(workload).flatMap((container) => {
      const known = environmentOf(container, workload, objects)
      const args = container.args?.map((arg) => ['args', expand(arg, known)] as const) ?? []
      return [...Object.entries(known), ...args].map(([name, value]) => {
        return { where: nameOf(workload), name, value }
      })
    }),
  )
}

function literals(objects: KubeObject[]): Setting[] {
  return workloadsOf(objects).flatMap((workload) =>
    containersOf(workload)
      .flatMap(({ env = [] }) => env)
      .map(({ name, value = '' }) => ({ where: nameOf(workload), name, value })),
  )
}
