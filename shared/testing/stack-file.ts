import { join } from 'node:path'
import * as v from 'valibot'

const Process = { url: v.string(), pid: v.number() }
const SERVICES = ['auth', 'products', 'cart', 'orders', 'payments'] as const

/** What the runner writes when everything is ready: the only file that tests read addresses from. */
export const StackFile = v.object({
  url: v.string(),
  /** Whether the shop's host names lead to this machine. */
  hosts: v.boolean(),
  /** Path of the certificate authority's certificate. */
  ca: v.string(),
  services: v.record(v.string(), v.object(Process)),
  mongo: v.intersect([
    // The administrator's address is for tests, which make databases of their own.
    v.object({ pid: v.number(), admin: v.string() }),
    v.object(v.entriesFromList(SERVICES, v.string())),
  ]),
  nats: v.object({ ...Process, clusterId: v.string(), monitor: v.string() }),
  minio: v.object({
    ...Process,
    accessKey: v.string(),
    secretKey: v.string(),
    bucket: v.string(),
  }),
  sandbox: v.object({
    ...Process,
    secretKey: v.string(),
    publishableKey: v.string(),
    webhookSecret: v.string(),
  }),
  jwtKey: v.string(),
  users: v.array(v.object({ email: v.string(), password: v.string(), role: v.string() })),
})
export type StackFile = v.InferOutput<typeof StackFile>

/** Where the runner describes the stack that tests and tools use: the developer's own unless told. */
export function stackPath(): string {
  return process.env['STACK_FILE'] ?? join(import.meta.dir, '../../.data/stack.json')
}

/** The running stack, as the runner describes it now: read again after a restart of a part. */
export async function readStack(): Promise<StackFile> {
  return v.parse(StackFile, await Bun.file(stackPath()).json())
}
