import {
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

/** Budgets exist only with two replicas: with one they would block every drain. */
export function availabilityFaults(objects: KubeObject[]): string[] {
  const budgets = ofKind<DisruptionBudget>(objects, 'PodDisruptionBudget')
  return workloadsOf(objects).flatMap((workload) =>
    [...budgetFaults(workload, budgets), ...updateFaults(workload)].map(
      (fault) => `${nameOf(workload)}: ${fault}`,
    ),
  )
}

function budgetFaults({ spec }: Workload, budgets: DisruptionBudget[]): string[] {
  const { replicas = 1, template } = spec
  const own = budgets.filter((budget) =>
    matches(budget.spec.selector.matchLabels, template.metadata.labels),
  )
  if (own.length !== (replicas > 1 ? 1 : 0))
    return [`${own.length} disruption budgets for ${replicas} replicas`]
  return own.every((budget) => budget.spec.maxUnavailable === 1)
    ? []
    : ['its disruption budget must have maxUnavailable: 1']
}

function updateFaults({ kind, spec }: Workload): string[] {
  const { replicas = 1, strategy, volumeClaimTemplates } = spec
  if (kind === 'Deployment')
    return strategy?.rollingUpdate?.maxUnavailable === 0 ? [] : ['must start the new pod first']
  if (kind === 'Job' || kind === 'DaemonSet') return []
  if (volumeClaimTemplates === undefined) return ['its data would go with the pod']
  return replicas === 1 ? [] : ['is one server with its data, not several']
}
