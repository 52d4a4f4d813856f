import {
  matches,
  nameOf,
  ofKind,
  type AffinityTerm,
  type KubeObject,
  type Service,
  type Workload,
} from '../objects.ts'

/** Servers that are a majority together must start together, find each other, and be on different nodes. */
export function clusterFaults(objects: KubeObject[]): string[] {
  const sets = ofKind<Workload>(objects, 'StatefulSet')
  return sets
    .filter(({ spec }) => (spec.replicas ?? 1) > 1)
    .flatMap((set) =>
      [...startFaults(set, objects), ...placeFaults(set, sets)].map(
        (fault) => `${nameOf(set)}: ${fault}`,
      ),
    )
}

function startFaults({ spec }: Workload, objects: KubeObject[]): string[] {
  const { replicas, serviceName, podManagementPolicy } = spec
  const names = ofKind<Service>(objects, 'Service').find((it) => it.metadata.name === serviceName)
  const isKnownEarly = names?.spec.clusterIP === 'None' && names.spec.publishNotReadyAddresses
  const faults = []
  if (replicas !== 3) faults.push('three servers survive the loss of one, two do not')
  if (podManagementPolicy !== 'Parallel') faults.push('the first one would wait for the others')
  if (isKnownEarly !== true) faults.push('its servers cannot find each other before they are ready')
  return faults
}

function placeFaults(set: Workload, sets: Workload[]): string[] {
  const own = set.spec.template.metadata.labels
  const terms = termsOf(set).filter(({ topologyKey }) => topologyKey === 'kubernetes.io/hostname')
  const kept = terms.map(({ labelSelector, matchLabelKeys = [] }) => {
    const same = matchLabelKeys.map((key) => [key, own[key] ?? ''] as const)
    const wanted = { ...labelSelector.matchLabels, ...Object.fromEntries(same) }
    return sets.filter(({ spec }) => matches(wanted, spec.template.metadata.labels))
  })
  if (!kept.some((each) => each.includes(set))) return ['its servers may be on one node']
  return kept.every((each) => each.length === 1) ? [] : ['it needs a node for each other server']
}

function termsOf({ spec }: Workload): AffinityTerm[] {
  const { podAntiAffinity: apart } = spec.template.spec.affinity ?? {}
  const preferred = apart?.preferredDuringSchedulingIgnoredDuringExecution ?? []
  return [
    ...(apart?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...preferred.map(({ podAffinityTerm }) => podAffinityTerm),
  ]
}
