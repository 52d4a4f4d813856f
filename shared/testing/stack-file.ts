import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { SERVICES } from '../contracts/index.ts'
import { BUSES } from '../events/index.ts'

const Process = { url: v.string(), pid: v.number() }

/** What the runner writes when the stack is ready: the only file that tests read addresses from. */
export const StackFile = v.object({
  url: v.string(),
  /** Whether the shop's host names resolve to this machine. */
  hosts: v.boolean(),
  /** Path of the certificate authority's certificate. */
  ca: v.string(),
  services: v.record(v.string(), v.object(Process)),
  mongo: v.intersect([
    // All members of a set. The administrator's URL is for tests, which create their own databases.
    v.object({ pid: v.number(), pids: v.array(v.number()), admin: v.string() }),
    v.object(v.entriesFromList(SERVICES, v.string())),
  ]),
  /** Which brokers the services use; the pid of one that does not run is 0. */
  bus: v.picklist(BUSES),
  nats: v.object({ ...Process, clusterId: v.string(), monitor: v.string() }),
  jetstream: v.object({
    ...Process,
    pids: v.array(v.number()),
    monitor: v.string(),
    replicas: v.number(),
  }),
  minio: v.object({
    ...Process,
    accessKey: v.string(),
    secretKey: v.string(),
    bucket: v.string(),
  }),
  /** The mailbox that catches every mail: its pages and API, and its SMTP server. */
  mail: v.object({ ...Process, smtp: v.string() }),
  sandbox: v.object({
    ...Process,
    secretKey: v.string(),
    publishableKey: v.string(),
    webhookSecret: v.string(),
  }),
  jwtKey: v.string(),
  /** From which the secrets of mailed links are computed. */
  linkKeys: v.object({ account: v.string(), order: v.string() }),
  /** Where programs send their spans, if something listens there. */
  otlp: v.optional(v.string()),
  users: v.array(v.object({ email: v.string(), password: v.string(), role: v.string() })),
})
export type StackFile = v.InferOutput<typeof StackFile>

/** The path of the stack file: `STACK_FILE`, or the one in the data folder. */
export function stackPath(): string {
  const data = resolve(import.meta.dir, '../..', process.env['STACK_DATA'] || '.data')
  return process.env['STACK_FILE'] ?? join(data, 'stack.json')
}

/** Reads the stack file; read it again after a restart. */
export async function readStack(): Promise<StackFile> {
  return v.parse(StackFile, await Bun.file(stackPath()).json())
}
