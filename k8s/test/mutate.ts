import { expect } from 'bun:test'
import { type Container, type KubeObject, type PodSpec, type Workload } from './objects.ts'
import { renderAll } from './render.ts'
import type { Ingress } from './rules/edge.ts'

type Rule = (objects: KubeObject[]) => string[]
/** What a rule must report after a change of one object of the valid manifests. */
export type Mutant = [report: string, object: string, change: (object: never) => void, rule: Rule]
type Loose<T> = T & Record<string, unknown>

export const AUTH = 'Deployment/auth'
export const SHOP = 'Ingress/shop'
export const BUDGET = 'PodDisruptionBudget/auth'

export const validManifests = async () => (await renderAll()).prod

/** Checks that the rule reports the change, and not the valid manifests. */
export function expectReport(manifests: KubeObject[], mutant: Mutant): void {
  const [report, name, change, rule] = mutant
  expect(rule(manifests).filter((found) => found.includes(report))).toEqual([])
  const objects = structuredClone(manifests)
  const object = objects.find(({ kind, metadata }) => `${kind}/${metadata.name}` === name)
  if (object === undefined) throw new Error(`unknown object ${name}`)
  change(object as never)
  expect(rule(objects).join('\n')).toContain(report)
}

export const onObject = (change: (object: Loose<KubeObject>) => void) => change
export const onSpec = (change: (spec: Loose<Workload['spec']>) => void) => (object: Workload) =>
  change(object.spec)
export const onPod = (change: (pod: Loose<PodSpec>) => void) =>
  onSpec((spec) => change(spec.template.spec as Loose<PodSpec>))
export const onServer = (change: (server: Loose<Container>) => void) =>
  onPod((pod) => change(pod.containers[0] as Loose<Container>))
export const onIngress = (change: (ingress: Ingress) => void) => change
/** The workload of a CronJob. */
export const onCronJob =
  (change: (job: Workload) => void) =>
  ({ spec }: KubeObject): void =>
    change({
      spec: (spec as { jobTemplate: { spec: Workload['spec'] } }).jobTemplate.spec,
    } as Workload)
export const onPath = (change: (path: Ingress['spec']['rules'][0]['http']['paths'][0]) => void) =>
  onIngress(({ spec }) => {
    const path = spec.rules[0]?.http.paths[0]
    if (path !== undefined) change(path)
  })

/** Allows connections from everywhere. */
export function widen({ spec }: KubeObject): void {
  for (const rule of (spec as { ingress: { from: object[] }[] }).ingress)
    rule.from = [{ namespaceSelector: {} }]
}
