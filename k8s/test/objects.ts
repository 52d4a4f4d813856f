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
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job'
  spec: {
    replicas?: number
    serviceName?: string
    selector?: { matchLabels: Labels }
    strategy?: { rollingUpdate?: { maxSurge?: number; maxUnavailable?: number } }
    template: { metadata: { labels: Labels; annotations?: Labels }; spec: PodSpec }
    volumeClaimTemplates?: { metadata: { name: string } }[]
  }
}

export interface PodSpec {
  serviceAccountName?: string
  automountServiceAccountToken?: boolean
  enableServiceLinks?: boolean
  terminationGracePeriodSeconds?: number
  securityContext?: {
    runAsNonRoot?: boolean
    runAsUser?: number
    seccompProfile?: { type: string }
  }
  initContainers?: Container[]
  containers: Container[]
  volumes?: Volume[]
}

interface Volume {
  name: string
  configMap?: { name: string }
  secret?: { secretName: string }
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
}

export interface Service extends KubeObject {
  spec: { selector: Labels; ports: { name: string; port: number; targetPort: string }[] }
}

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job']

/** Objects that run pods. */
export function workloadsOf(objects: KubeObject[]): Workload[] {
  return objects.filter(({ kind }) => WORKLOADS.includes(kind)) as Workload[]
}

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
