export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Labels = Record<string, string>

export interface KubeObject {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace?: string; labels?: Labels; annotations?: Labels }
  spec?: unknown
  data?: Record<string, string>
}

export interface Workload extends KubeObject {
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob'
  spec: {
    replicas?: number
    serviceName?: string
    podManagementPolicy?: string
    selector?: { matchLabels: Labels }
    strategy?: { rollingUpdate?: { maxSurge?: number; maxUnavailable?: number } }
    template: { metadata: { labels: Labels; annotations?: Labels }; spec: PodSpec }
    volumeClaimTemplates?: { metadata: { name: string } }[]
  }
}

interface CronJob extends KubeObject {
  spec: { jobTemplate: { spec: Workload['spec'] } }
}

export interface PodSpec {
  serviceAccountName?: string
  automountServiceAccountToken?: boolean
  enableServiceLinks?: boolean
  terminationGracePeriodSeconds?: number
  affinity?: { podAntiAffinity?: AntiAffinity }
  topologySpreadConstraints?: { whenUnsatisfiable: string }[]
  securityContext?: {
    runAsNonRoot?: boolean
    runAsUser?: number
    seccompProfile?: { type: string }
  }
  initContainers?: Container[]
  containers: Container[]
  volumes?: Volume[]
}

interface AntiAffinity {
  requiredDuringSchedulingIgnoredDuringExecution?: AffinityTerm[]
  preferredDuringSchedulingIgnoredDuringExecution?: { podAffinityTerm: AffinityTerm }[]
}

export interface AffinityTerm {
  topologyKey: string
  labelSelector: { matchLabels: Labels }
  matchLabelKeys?: string[]
}

interface Volume {
  name: string
  configMap?: { name: string }
  secret?: { secretName: string; items?: { key: string }[] }
  emptyDir?: object
  projected?: { sources: object[] }
}

export interface Container {
  name: string
  image: string
  args?: string[]
  env?: EnvVariable[]
  envFrom?: { configMapRef?: { name: string }; secretRef?: { name: string } }[]
  ports?: { name: string; containerPort: number }[]
  startupProbe?: Probe
  livenessProbe?: Probe
  readinessProbe?: Probe
  lifecycle?: { preStop?: { sleep?: { seconds: number } } }
  resources?: { requests?: Labels; limits?: Labels }
  securityContext?: {
    allowPrivilegeEscalation?: boolean
    privileged?: boolean
    readOnlyRootFilesystem?: boolean
    capabilities?: { add?: string[]; drop?: string[] }
  }
  volumeMounts?: { name: string; mountPath: string }[]
}

export interface EnvVariable {
  name: string
  value?: string
  valueFrom?: {
    secretKeyRef?: KeyRef
    configMapKeyRef?: KeyRef
    fieldRef?: { fieldPath: string }
  }
}

interface KeyRef {
  name: string
  key: string
  optional?: boolean
}

export interface Probe {
  httpGet?: { path: string; port: string }
  tcpSocket?: { port: string }
  exec?: { command: string[] }
}

export interface Service extends KubeObject {
  spec: {
    clusterIP?: string
    publishNotReadyAddresses?: boolean
    selector: Labels
    ports: { name: string; port: number; targetPort: string }[]
  }
}

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job']

/** Objects that run pods; a CronJob has the spec of its Jobs. */
export function workloadsOf(objects: KubeObject[]): Workload[] {
  return [
    ...(objects.filter(({ kind }) => WORKLOADS.includes(kind)) as Workload[]),
    ...ofKind<CronJob>(objects, 'CronJob').map(
      (object) => ({ ...object, spec: object.spec.jobTemplate.spec }) as Workload,
    ),
  ]
}

/** Whether its pods end by themselves. */
export const isJob = ({ kind }: Workload): boolean => kind === 'Job' || kind === 'CronJob'

/** Those that prepare a pod, and those that run in it. */
export const containersOf = ({ spec }: Workload): Container[] => [
  ...(spec.template.spec.initContainers ?? []),
  ...spec.template.spec.containers,
]

/** All objects of one kind. */
export function ofKind<T extends KubeObject>(objects: KubeObject[], kind: string): T[] {
  return objects.filter((object) => object.kind === kind) as T[]
}

/** The files of a ConfigMap, whose name may end with a hash. */
export function filesIn(objects: KubeObject[], name: string): Record<string, string> {
  const map = ofKind(objects, 'ConfigMap').find(({ metadata }) => metadata.name.startsWith(name))
  return map?.data ?? {}
}

/** `Kind/name`. */
export function nameOf({ kind, metadata }: KubeObject): string {
  return `${kind}/${metadata.name}`
}

/** Whether labels include all given ones. */
export function matches(wanted: Labels, labels: Labels): boolean {
  return Object.entries(wanted).every(([name, value]) => labels[name] === value)
}

/** Whether an image is built from this repository. */
export function isOurs(container: Container): boolean {
  return container.image.startsWith('shop/')
}
