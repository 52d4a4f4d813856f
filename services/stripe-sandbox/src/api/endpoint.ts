import type { Database } from 'bun:sqlite'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type * as v from 'valibot'
import { applyAfter } from '../faults/apply-fault.ts'
import { findResponse } from '../ledger/responses.ts'
import { invalidRequest } from '../rules/api-error.ts'
import {
  requireSameRequest,
  fingerprintOf,
  keyInUse,
  type StoredResponse,
} from '../rules/idempotency.ts'
import type { Call } from './call.ts'
import { execute, type Job } from './execute.ts'
import { requireKey, type Keys } from './key.ts'
import { parse } from './parameters.ts'

export interface Dependencies {
  db: Database
  keys: Keys
  publicUrl: string
  /** Called after each commit: events may be queued. */
  onCommit: () => void
}

export interface WireEnv {
  Variables: { requestId: string }
}

/** Turns calls into handlers: API key, parameters, idempotency, the call, the response. */
export function createEndpoints(dependencies: Dependencies) {
  const busy = new Set<string>()
  return function endpoint<S extends v.GenericSchema>(call: Call<S>) {
    return async (c: Context<WireEnv>): Promise<Response> => {
      requireKey(c.req.header('authorization'), dependencies.keys, call.publishable === true)
      const job = await readJob(c, call)
      const stored = storedResponse(dependencies.db, job)
      if (stored !== null) return replay(c, stored)
      const release = claimKey(busy, job.key)
      try {
        const { response, fault } = await execute(dependencies, call, job)
        dependencies.onCommit()
        release()
        return (await applyAfter(fault)) ?? send(c, response)
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
  if (key !== null && stored !== null) requireSameRequest(stored, { key, path, fingerprint })
  return stored
}

/** Locks a key while its request is executed; returns the function that unlocks it. */
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
