import type { Database } from 'bun:sqlite'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type * as v from 'valibot'
import { strikeAfter } from '../faults/strike.ts'
import { findResponse } from '../ledger/replies.ts'
import {
  demandSameRequest,
  fingerprintOf,
  keyInUse,
  type StoredResponse,
} from '../rules/idempotency.ts'
import { invalidRequest } from '../rules/stripe-fault.ts'
import type { Call } from './call.ts'
import { execute, type Job } from './execute.ts'
import { demandKey, type Keys } from './key.ts'
import { parse } from './parameters.ts'

export interface Surroundings {
  db: Database
  keys: Keys
  publicUrl: string
  /** Called after each commit: events may be waiting. */
  committed: () => void
}

export interface WireEnv {
  Variables: { requestId: string }
}

/** Makes handlers of calls: key, parameters, idempotency, then the call itself, then the reply. */
export function createEndpoints(around: Surroundings) {
  const busy = new Set<string>()
  return function endpoint<S extends v.GenericSchema>(call: Call<S>) {
    return async (c: Context<WireEnv>): Promise<Response> => {
      demandKey(c.req.header('authorization'), around.keys, call.publishable === true)
      const job = await readJob(c, call)
      const stored = storedResponse(around.db, job)
      if (stored !== null) return replay(c, stored)
      const release = claimKey(busy, job.key)
      try {
        const { reply, fault } = await execute(around, call, job)
        around.committed()
        release()
        return (await strikeAfter(fault)) ?? send(c, reply)
      } finally {
        release()
      }
    }
  }
}

async function readJob<S extends v.GenericSchema>(
  c: Context<WireEnv>,
  call: Call<S>,
): Promise<Job<v.InferOutput<S>>> {
  const fields = await readFields(c)
  const params = parse(call.schema, fields) as Job<v.InferOutput<S>>['params']
  const key = c.req.method === 'POST' ? (c.req.header('idempotency-key') ?? null) : null
  if (key !== null) c.header('idempotency-key', key)
  return {
    id: c.req.param('id') ?? '',
    params,
    key,
    path: c.req.path,
    fingerprint: fingerprintOf(fields),
    requestId: c.get('requestId'),
  }
}

async function readFields(c: Context): Promise<URLSearchParams> {
  if (c.req.method === 'GET') return new URL(c.req.url).searchParams
  const body = await c.req.text()
  const type = c.req.header('content-type') ?? ''
  if (body !== '' && !/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    throw invalidRequest(
      'Invalid request (check that your POST content type is application/x-www-form-urlencoded).',
    )
  return new URLSearchParams(body)
}

function storedResponse(
  db: Database,
  { key, path, fingerprint }: Job<unknown>,
): StoredResponse | null {
  const stored = key === null ? null : findResponse(db, key)
  if (key !== null && stored !== null) demandSameRequest(stored, { key, path, fingerprint })
  return stored
}

/** Holds a key while its request is executed; answers with how to let go of it. */
function claimKey(busy: Set<string>, key: string | null): () => void {
  if (key === null) return () => {}
  if (busy.has(key)) throw keyInUse(key)
  busy.add(key)
  return () => void busy.delete(key)
}

function replay(c: Context, stored: StoredResponse): Response {
  c.header('idempotent-replayed', 'true')
  c.header('original-request', stored.requestId)
  return send(c, stored)
}

function send(c: Context, { status, body }: StoredResponse): Response {
  return c.body(body, status as ContentfulStatusCode, { 'content-type': 'application/json' })
}
