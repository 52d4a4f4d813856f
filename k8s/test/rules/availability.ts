import {
  isJob,
  matches,
  nameOf,
  ofKind,
  workloadsOf,
  type KubeObject,
  type Labels,
  type Workload,
} from '../objects.ts'

interface DisruptionBudget extends KubeObject {
  spec: { maxUnavailable?: number; selector: { matchLabels: Labels } }
}

interface Autoscaler extends KubeObject {
  spec: {
    minReplicas?: number
    scaleTargetRef: { kind: string; name: string }
    metrics?: { resource?: { target: { type: string } } }[]
    behavior?: { scaleUp?: { stabilizationWindowSeconds?: number } }
  }
}

/** Budgets exist only with two replicas: with one they would block every drain. */
export function availabilityFaults(objects: KubeObject[]): string[] {
  const budgets = ofKind<DisruptionBudget>(objects, 'PodDisruptionBudget')
  return workloadsOf(objects).flatMap((workload) =>
    [
      ...scaleFaults(workload, objects),
      ...budgetFaults(workload, replicasOf(workload, objects), budgets),
      ...updateFaults(workload),
    ].map((fault) => `${nameOf(workload)}: ${fault}`),
  )
}

const autoscalersOf = (workload: Workload, objects: KubeObject[]) =>
  ofKind<Autoscaler>(objects, 'HorizontalPodAutoscaler').filter(
    ({ spec: { scaleTargetRef: target } }) => `${target.kind}/${target.name}` === nameOf(workload),
  )

/** With an autoscaler, its minimum. */
const replicasOf = (workload: Workload, objects: KubeObject[]): number =>
  autoscalersOf(workload, objects)[0]?.spec.minReplicas ?? workload.spec.replicas ?? 1

function scaleFaults(workload: Workload, objects: KubeObject[]): string[] {
  const [scaler] = autoscalersOf(workload, objects)
  if (scaler === undefined) return []
  const { metrics = [], behavior } = scaler.spec
  return [
    ...(workload.spec.replicas === undefined
      ? []
      : ['each apply would set back what its autoscaler chose']),
    ...(metrics.some(({ resource }) => resource?.target.type === 'Utilization')
      ? ['idle, it may use more than a share of its request']
      : []),
    ...((behavior?.scaleUp?.stabilizationWindowSeconds ?? 0) >= 60
      ? []
      : ['its start would start another replica']),
  ]
}

function budgetFaults({ spec }: Workload, replicas: number, budgets: DisruptionBudget[]): string[] {
  const own = budgets.filter((budget) =>
    matches(budget.spec.selector.matchLabels, spec.template.metadata.labels),
  )
  if (own.length !== (replicas > 1 ? 1 : 0))
    return [`${own.length} disruption budgets for ${replicas} replicas`]
  return own.every((budget) => budget.spec.maxUnavailable === 1)
    ? []
    : ['its disruption budget must have maxUnavailable: 1']
}

function updateFaults(workload: Workload): string[] {
  const { kind, spec } = workload
  if (kind === 'Deployment')
    return spec.strategy?.rollingUpdate?.maxUnavailable === 0
      ? []
      : ['must start the new pod first']
  if (isJob(workload) || kind === 'DaemonSet') return []
  return spec.volumeClaimTemplates === undefined ? ['its data would go with the pod'] : []
}
