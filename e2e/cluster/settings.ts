import { StackFailure } from '../stack/system/failure.ts'
import { read } from './kubectl.ts'

interface Reference {
  name: string
}

interface Deployment {
  spec: { template: { spec: { containers: [Container] } } }
}

interface Container {
  env: { name: string; valueFrom?: { secretKeyRef?: Reference } }[]
  envFrom: { configMapRef?: Reference }[]
}

interface WithData {
  data: Record<string, string>
}

type Setting = (name: string, fallback?: string) => string

/** Reads the settings and secrets of the shop on the cluster. */
export async function readSettings(): Promise<Setting> {
  // Generated names end in a hash of their content, so they are read from a Deployment that uses them.
  const payments = await read<Deployment>('deployment', 'payments')
  const [{ env, envFrom }] = payments.spec.template.spec.containers
  const secret = await read<WithData>(
    'secret',
    nameOf(env.map(({ valueFrom }) => valueFrom?.secretKeyRef)),
  )
  const config = await read<WithData>(
    'configmap',
    nameOf(envFrom.map(({ configMapRef }) => configMapRef)),
  )
  const secrets = Object.entries(secret.data).map(
    ([name, value]) => [name, Buffer.from(value, 'base64').toString()] as const,
  )
  const settings = new Map([...Object.entries(config.data), ...secrets])
  return (name, fallback) => {
    const value = settings.get(name) ?? fallback
    if (value === undefined) throw new StackFailure(`the shop on the cluster has no ${name}`)
    return value
  }
}

function nameOf(references: (Reference | undefined)[]): string {
  const found = references.find((reference) => reference !== undefined)
  if (found === undefined) throw new StackFailure('payments names neither secrets nor settings')
  return found.name
}
