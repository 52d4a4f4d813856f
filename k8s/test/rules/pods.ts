import {
  containersOf,
  isJob,
  isOurs,
  nameOf,
  workloadsOf,
  type Container,
  type KubeObject,
  type Probe,
  type Workload,
} from '../objects.ts'

const PRE_STOP_S = 4
const GRACE_S = 45

/** Checks rights, images, resources, probes and shutdown of pods. */
export function podFaults(objects: KubeObject[]): string[] {
  return workloadsOf(objects).flatMap((workload) =>
    [
      ...rightsOfPod(workload),
      ...containersOf(workload).flatMap((container) => [
        ...rightsOfContainer(container),
        ...imageFaults(container),
        ...resourceFaults(container),
      ]),
      ...(isJob(workload) ? [] : workload.spec.template.spec.containers.flatMap(probeFaults)),
      ...endFaults(workload),
    ].map((fault) => `${nameOf(workload)}: ${fault}`),
  )
}

/** Pods that can write outside their volumes. */
export function writableRoots(objects: KubeObject[]): string[] {
  return workloadsOf(objects).flatMap((workload) => {
    const isReadOnly = containersOf(workload).every(
      ({ securityContext }) => securityContext?.readOnlyRootFilesystem === true,
    )
    const hasTmp = workload.spec.template.spec.containers.every(({ volumeMounts = [] }) =>
      volumeMounts.some(({ mountPath }) => mountPath === '/tmp'),
    )
    return unless(
      isReadOnly && hasTmp,
      `${nameOf(workload)}: the root must be read-only, with a volume at /tmp`,
    )
  })
}

const unless = (isRight: boolean, fault: string): string[] => (isRight ? [] : [fault])

function rightsOfPod({ spec }: Workload): string[] {
  const pod = spec.template.spec
  return [
    ...unless(pod.automountServiceAccountToken === false, 'has the API server’s token'),
    ...unless(pod.enableServiceLinks === false, 'has variables of all Services'),
    ...unless(pod.securityContext?.runAsNonRoot === true, 'may run as root'),
    ...unless(pod.securityContext?.runAsUser !== 0, 'runs as root'),
    ...unless(pod.securityContext?.seccompProfile?.type === 'RuntimeDefault', 'has no seccomp'),
    ...unless(!('hostNetwork' in pod || 'hostPID' in pod), 'shares the node’s namespaces'),
    ...unless(!JSON.stringify(pod.volumes ?? []).includes('hostPath'), 'mounts the node’s files'),
  ]
}

function rightsOfContainer({ securityContext }: Container): string[] {
  const { capabilities } = securityContext ?? {}
  const hasNone = capabilities?.drop?.includes('ALL') && capabilities.add === undefined
  return [
    ...unless(securityContext?.allowPrivilegeEscalation === false, 'may gain rights'),
    ...unless(securityContext?.privileged !== true, 'is privileged'),
    ...unless(hasNone === true, 'has capabilities'),
  ]
}

function imageFaults({ image }: Container): string[] {
  const isPinned = /(@sha256:[\da-f]{64}|:(?!latest$)[\w.-]+)$/.test(image)
  return unless(isPinned, `the image ${image} is not pinned`)
}

function resourceFaults({ resources }: Container): string[] {
  return ['cpu', 'memory'].flatMap((name) => {
    const [request, limit] = [resources?.requests?.[name], resources?.limits?.[name]]
    if (request === undefined || limit === undefined) return [`no request or limit of ${name}`]
    return unless(quantity(request) <= quantity(limit), `asks for more ${name} than its limit`)
  })
}

const UNITS: Record<string, number> = { '': 1, m: 1e-3, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 }

export function quantity(text: string): number {
  const [, amount, unit = ''] = /^([\d.]+)(\w*)$/.exec(text) ?? []
  return Number(amount) * (UNITS[unit] ?? Number.NaN)
}

function probeFaults(container: Container): string[] {
  const { startupProbe, livenessProbe, readinessProbe } = container
  const all = { startupProbe, livenessProbe, readinessProbe }
  const missing = Object.entries(all).filter(([, probe]) => probe === undefined)
  return [
    ...missing.map(([name]) => `no ${name}`),
    ...(isOurs(container)
      ? [
          ...pathFault('startupProbe', startupProbe, '/livez'),
          ...pathFault('livenessProbe', livenessProbe, '/livez'),
          ...pathFault('readinessProbe', readinessProbe, '/readyz'),
        ]
      : []),
  ]
}

function pathFault(name: string, probe: Probe | undefined, path: string): string[] {
  return unless(probe?.httpGet?.path === path, `the ${name} must ask ${path}`)
}

/** Pods with requests need a preStop delay and enough time to shut down. */
function endFaults({ kind, spec }: Workload): string[] {
  const pod = spec.template.spec
  const served = pod.containers.filter(isOurs)
  const grace = kind === 'Deployment' ? GRACE_S : 0
  return served.flatMap(({ lifecycle }) => [
    ...unless((lifecycle?.preStop?.sleep?.seconds ?? 0) >= PRE_STOP_S, 'no preStop sleep'),
    ...unless((pod.terminationGracePeriodSeconds ?? 30) >= grace, `must have ${grace} s to end`),
  ])
}
