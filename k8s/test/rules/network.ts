import { matches, ofKind, workloadsOf, type KubeObject, type Labels } from '../objects.ts'

interface Selector {
  matchLabels?: Labels
  matchExpressions?: { key: string; operator: 'In'; values: string[] }[]
}

interface Peer {
  podSelector?: Selector
  namespaceSelector?: Selector
  ipBlock?: { cidr: string }
}

interface Allowed {
  from?: Peer[]
  to?: Peer[]
  ports: { port: number }[]
}

interface NetworkPolicy extends KubeObject {
  spec: { podSelector: Selector; policyTypes: string[]; ingress?: Allowed[]; egress?: Allowed[] }
}

interface Party {
  name: string
  namespace: string
  labels: Labels
  ports: number[]
}

const OUTSIDE: Party[] = [
  { name: 'ingress-nginx', namespace: 'ingress-nginx', labels: {}, ports: [] },
  { name: 'traefik', namespace: 'traefik', labels: {}, ports: [] },
  { name: 'monitoring', namespace: 'monitoring', labels: {}, ports: [] },
  { name: 'stranger', namespace: 'default', labels: {}, ports: [] },
  { name: 'dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, ports: [53] },
  { name: 'internet', namespace: '', labels: {}, ports: [25, 443, 465, 587, 6443, 10250] },
]

/** Every connection that the policies allow, as `from > to:port`; to itself when its pods may reach each other. */
export function connections(objects: KubeObject[]): string[] {
  const policies = ofKind<NetworkPolicy>(objects, 'NetworkPolicy')
  const parties = [...podsOf(objects), ...OUTSIDE]
  return parties.flatMap((from) =>
    parties
      .filter((to) => from.namespace === 'shop' || to.namespace === 'shop')
      .flatMap((to) =>
        to.ports
          .filter(
            (port) =>
              isAllowed(policies, 'Egress', from, to, port) &&
              isAllowed(policies, 'Ingress', to, from, port),
          )
          .map((port) => `${from.name} > ${to.name}:${port}`),
      ),
  )
}

function podsOf(objects: KubeObject[]): Party[] {
  return workloadsOf(objects).map(({ metadata, spec }) => ({
    name: metadata.name,
    namespace: 'shop',
    labels: spec.template.metadata.labels,
    ports: spec.template.spec.containers.flatMap(({ ports = [] }) =>
      ports.map(({ containerPort }) => containerPort),
    ),
  }))
}

/** Whether a policy allows the connection; without a policy of this type, all are allowed. */
function isAllowed(
  policies: NetworkPolicy[],
  type: 'Ingress' | 'Egress',
  own: Party,
  other: Party,
  port: number,
): boolean {
  const selecting = policies.filter(
    ({ spec }) =>
      own.namespace === 'shop' &&
      spec.policyTypes.includes(type) &&
      selects(spec.podSelector, own.labels),
  )
  if (selecting.length === 0) return true
  return selecting
    .flatMap(({ spec }) => (type === 'Ingress' ? spec.ingress : spec.egress) ?? [])
    .some(
      ({ from, to, ports }) =>
        ports.some((allowed) => allowed.port === port) &&
        (from ?? to ?? []).some((peer) => isPeer(peer, other)),
    )
}

function isPeer({ ipBlock, namespaceSelector, podSelector }: Peer, party: Party): boolean {
  if (ipBlock !== undefined) return party.name === 'internet'
  const space = { 'kubernetes.io/metadata.name': party.namespace }
  const isInSpace =
    namespaceSelector === undefined ? party.namespace === 'shop' : selects(namespaceSelector, space)
  return isInSpace && selects(podSelector ?? {}, party.labels)
}

function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    matches(matchLabels, labels) &&
    matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''))
  )
}
