import {
  containersOf,
  isJob,
  matches,
  nameOf,
  ofKind,
  workloadsOf,
  type Container,
  type KubeObject,
  type Service,
  type Workload,
} from '../objects.ts'

const RECOMMENDED = ['name', 'component', 'part-of'].map((name) => `app.kubernetes.io/${name}`)
const OF_CLUSTER = ['Namespace', 'ClusterRole', 'ClusterRoleBinding']

/** Unknown references to ports, selectors, Services, ConfigMaps, Secrets and volumes. */
export function referenceFaults(objects: KubeObject[]): string[] {
  const workloads = workloadsOf(objects)
  return [
    ...objects.flatMap((object) => [...labelFaults(object), ...twinFaults(object, objects)]),
    ...ofKind<Service>(objects, 'Service').flatMap((service) => serviceFaults(service, workloads)),
    ...workloads.flatMap((workload) =>
      [
        ...selectorFaults(workload, workloads),
        ...serviceNameFaults(workload, objects),
        ...mountFaults(workload),
        ...containersOf(workload).flatMap((container) => [
          ...configFaults(container, objects),
          ...portFaults(container),
        ]),
        ...volumeFaults(workload, objects),
      ].map((fault) => `${nameOf(workload)}: ${fault}`),
    ),
  ]
}

function labelFaults(object: KubeObject): string[] {
  const faults = []
  if (!OF_CLUSTER.includes(object.kind) && object.metadata.namespace !== 'shop')
    faults.push('is not in the namespace shop')
  const wanted = isLabelled(object) ? RECOMMENDED : RECOMMENDED.slice(-1)
  for (const name of wanted)
    if (object.metadata.labels?.[name] === undefined) faults.push(`no label ${name}`)
  return faults.map((fault) => `${nameOf(object)}: ${fault}`)
}

const isLabelled = (object: KubeObject) =>
  object.kind === 'Service' || workloadsOf([object]).length > 0

function twinFaults(object: KubeObject, objects: KubeObject[]): string[] {
  const twins = objects.filter((other) => nameOf(other) === nameOf(object))
  return twins.length === 1 ? [] : [`${nameOf(object)}: is there ${twins.length} times`]
}

function serviceFaults(service: Service, workloads: Workload[]): string[] {
  const fromEnvironment = workloads.filter(({ spec }) =>
    matches(service.spec.selector, spec.template.metadata.labels),
  )
  const [workload] = fromEnvironment
  if (workload === undefined || fromEnvironment.length > 1)
    return [`${nameOf(service)}: selects ${fromEnvironment.length} workloads`]
  const ports = portNames(workload)
  return service.spec.ports
    .filter(({ targetPort }) => !ports.includes(targetPort))
    .map(({ targetPort }) => `${nameOf(service)}: ${nameOf(workload)} has no port ${targetPort}`)
}

const portNames = ({ spec }: Workload) =>
  spec.template.spec.containers.flatMap(({ ports = [] }) => ports.map(({ name }) => name))

function selectorFaults(workload: Workload, workloads: Workload[]): string[] {
  if (isJob(workload)) return []
  const { spec } = workload
  const wanted = spec.selector?.matchLabels ?? {}
  const fromEnvironment = workloads.filter((other) =>
    matches(wanted, other.spec.template.metadata.labels),
  )
  const own = matches(wanted, spec.template.metadata.labels)
  return own && fromEnvironment.length === 1
    ? []
    : ['its selector must choose its own pods and no others']
}

function serviceNameFaults({ kind, spec }: Workload, objects: KubeObject[]): string[] {
  if (kind !== 'StatefulSet') return []
  const names = ofKind(objects, 'Service').map(({ metadata }) => metadata.name)
  return names.includes(spec.serviceName ?? '') ? [] : [`there is no Service ${spec.serviceName}`]
}

function configFaults({ env = [], envFrom = [] }: Container, objects: KubeObject[]): string[] {
  const keys = env.flatMap(({ valueFrom }) => [
    ...reference('Secret', valueFrom?.secretKeyRef),
    ...reference('ConfigMap', valueFrom?.configMapKeyRef),
  ])
  const whole = envFrom.flatMap(({ configMapRef, secretRef }) => [
    ...(configMapRef === undefined ? [] : [`ConfigMap/${configMapRef.name}`]),
    ...(secretRef === undefined ? [] : [`Secret/${secretRef.name}`]),
  ])
  const known = knownNames(objects)
  const names = env.map(({ name }) => name)
  return [
    ...[...keys, ...whole].filter((name) => !known.has(name)).map((name) => `there is no ${name}`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((n) => `${n} is set twice`),
  ]
}

/** Objects, and what ConfigMaps and Secrets hold. */
const knownNames = (objects: KubeObject[]) =>
  new Set(
    objects.flatMap((object) => [
      nameOf(object),
      ...Object.keys(object.data ?? {}).map((key) => `${nameOf(object)}/${key}`),
    ]),
  )

function reference(
  kind: string,
  ref: { name: string; key: string; optional?: boolean } | undefined,
) {
  return ref === undefined || ref.optional === true ? [] : [`${kind}/${ref.name}/${ref.key}`]
}

function mountFaults(workload: Workload): string[] {
  const { spec } = workload
  const { volumes = [] } = spec.template.spec
  const claims = spec.volumeClaimTemplates?.map(({ metadata }) => metadata.name) ?? []
  const offered = [...volumes.map(({ name }) => name), ...claims]
  const used = containersOf(workload).flatMap(({ volumeMounts = [] }) =>
    volumeMounts.map(({ name }) => name),
  )
  return [
    ...used.filter((name) => !offered.includes(name)).map((name) => `there is no volume ${name}`),
    ...offered.filter((name) => !used.includes(name)).map((name) => `nothing mounts ${name}`),
  ]
}

function volumeFaults({ spec }: Workload, objects: KubeObject[]): string[] {
  const names = knownNames(objects)
  return (spec.template.spec.volumes ?? [])
    .flatMap(({ configMap, secret }) => [
      ...(configMap === undefined ? [] : [`ConfigMap/${configMap.name}`]),
      ...(secret === undefined ? [] : [`Secret/${secret.secretName}`]),
      ...(secret?.items ?? []).map(({ key }) => `Secret/${secret?.secretName}/${key}`),
    ])
    .filter((name) => !names.has(name))
    .map((name) => `there is no ${name}`)
}

function portFaults({ ports = [], startupProbe, livenessProbe, readinessProbe }: Container) {
  const names = ports.map(({ name }) => name)
  return [startupProbe, livenessProbe, readinessProbe]
    .flatMap((probe) => probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? [])
    .filter((name) => !names.includes(name))
    .map((name) => `a probe asks the port ${name}, which is not there`)
}
