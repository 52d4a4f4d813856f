import {
  nameOf,
  ofKind,
  workloadsOf,
  type EnvVariable,
  type KubeObject,
  type Service,
} from '../objects.ts'

const ADDRESS = /^(?:http|nats|mongodb):\/\/(?:[^@/]*@)?([\w.-]+):(\d+)/
const IS_SECRET = /KEY|SECRET|PASSWORD/
const IS_KEY = /\b(?:sk|rk|whsec)_\w/

/** Addresses without a Service, and secrets outside of Secrets. */
export function addressFaults(objects: KubeObject[]): string[] {
  const services = ofKind<Service>(objects, 'Service').flatMap(({ metadata, spec }) =>
    spec.ports.map(({ port }) => `${metadata.name}:${port}`),
  )
  return [...configured(objects), ...inEnvironments(objects)].flatMap(({ where, name, value }) => {
    const [, host, port] = ADDRESS.exec(value) ?? []
    const faults = []
    if (host !== undefined && !services.includes(`${host}:${port}`))
      faults.push(`${where}: no Service at at ${name}=${value}`)
    if ((IS_SECRET.test(name) && value !== '') || IS_KEY.test(value))
      faults.push(`${where}: ${name} belongs into a Secret`)
    return faults
  })
}

interface Setting {
  where: string
  name: string
  value: string
}

function configured(objects: KubeObject[]): Setting[] {
  return ofKind(objects, 'ConfigMap').flatMap((map) =>
    Object.entries(map.data ?? {})
      .filter(([name]) => /^[A-Z_]+$/.test(name))
      .map(([name, value]) => ({ where: nameOf(map), name, value })),
  )
}

function inEnvironments(objects: KubeObject[]): Setting[] {
  return workloadsOf(objects).flatMap((workload) =>
    workload.spec.template.spec.containers
      .flatMap(({ env = [] }): EnvVariable[] => env)
      .map(({ name, value = '' }) => ({ where: nameOf(workload), name, value })),
  )
}
