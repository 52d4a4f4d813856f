import { nameOf, ofKind, workloadsOf, type KubeObject, type Workload } from '../objects.ts'

interface Role extends KubeObject {
  rules: { resources: string[]; verbs: string[] }[]
}

interface Binding extends KubeObject {
  roleRef: { kind: string; name: string }
  subjects: { kind: string; name: string; namespace?: string }[]
}

const READING = ['get', 'list', 'watch']
const READABLE = ['pods', 'pods/log', 'nodes', 'nodes/metrics']

/** Tokens of the API server without an account of their own, unknown accounts and roles, and rights to more than reading. */
export function accountFaults(objects: KubeObject[]): string[] {
  const known = objects.map(nameOf)
  const roles = ['Role', 'ClusterRole'].flatMap((kind) => ofKind<Role>(objects, kind))
  const bindings = ['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) =>
    ofKind<Binding>(objects, kind),
  )
  return [
    ...workloadsOf(objects).flatMap((workload) => tokenFaults(workload, known)),
    ...bindings.flatMap((binding) => bindingFaults(binding, known)),
    ...roles.flatMap(rightFaults),
  ]
}

function tokenFaults(workload: Workload, known: string[]): string[] {
  const { serviceAccountName: account, volumes = [] } = workload.spec.template.spec
  const hasToken = volumes.some(({ projected }) =>
    projected?.sources.some((source) => 'serviceAccountToken' in source),
  )
  const faults = []
  if (hasToken !== (account !== undefined)) faults.push('needs both a token and an account')
  if (account !== undefined && !known.includes(`ServiceAccount/${account}`))
    faults.push(`there is no ServiceAccount/${account}`)
  return faults.map((fault) => `${nameOf(workload)}: ${fault}`)
}

function bindingFaults(binding: Binding, known: string[]): string[] {
  const { roleRef, subjects } = binding
  return [roleRef, ...subjects]
    .map(({ kind, name }) => `${kind}/${name}`)
    .filter((name) => !known.includes(name))
    .map((name) => `${nameOf(binding)}: there is no ${name}`)
}

function rightFaults(role: Role): string[] {
  return role.rules.flatMap(({ resources, verbs }) =>
    [
      ...verbs.filter((verb) => !READING.includes(verb)),
      ...resources.filter((resource) => !READABLE.includes(resource)),
    ].map((right) => `${nameOf(role)}: gives more than reading pods and nodes: ${right}`),
  )
}
