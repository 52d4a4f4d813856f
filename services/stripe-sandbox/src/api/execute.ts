import type { Database } from 'bun:sqlite'
import type * as v from 'valibot'
import { OUTAGE, applyBefore } from '../faults/apply-fault.ts'
import { scopeOfRequest, type ScopeParams } from '../faults/scope.ts'
import { takeFault, type Fault } from '../faults/store.ts'
import { storeResponse } from '../ledger/responses.ts'
import { ApiError } from '../rules/api-error.ts'
import type { StoredResponse } from '../rules/idempotency.ts'
import type { CallResult, Call } from './call.ts'
import { expand } from './expand.ts'

/** A request to execute. */
export interface Job<P> {
  /** The id in the path; empty for a call on the collection. */
  id: string
  params: P & { expand?: string[] }
  key: string | null
  path: string
  fingerprint: string
  requestId: string
}

export interface Execution {
  response: StoredResponse
  fault: Fault | null
}

/** Executes a call in one transaction, with its events and the stored response. */
export async function execute<S extends v.GenericSchema>(
  { db, publicUrl }: { db: Database; publicUrl: string },
  call: Call<S>,
  job: Job<v.InferOutput<S>>,
): Promise<Execution> {
  const fault = faultFor(db, call, job)
  await applyBefore(fault)
  const run = () => call.run({ ...job, db, publicUrl, fault, request: requestOf(job) })
  const commit = db.transaction((): StoredResponse => {
    const result = resultOf(db, run, job.params.expand ?? [])
    const response = toResponse(fault?.kind === 'error-after-commit' ? OUTAGE : result, job)
    if (job.key !== null) storeResponse(db, job.key, response)
    return response
  })
  return { response: commit.immediate(), fault }
}

/** Runs the call; an error rolls its writes back and becomes the result. */
function resultOf(db: Database, run: () => CallResult, paths: string[]): CallResult {
  try {
    return db.transaction(() => {
      const result = run()
      if (result.status !== 200) return result
      return { ...result, body: expand(db, { ...result.body }, paths) }
    })()
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}

function faultFor<S extends v.GenericSchema>(
  db: Database,
  call: Call<S>,
  job: Job<v.InferOutput<S>>,
): Fault | null {
  if (call.fault === undefined) return null
  return takeFault(db, call.fault, scopeOfRequest(db, job.id, job.params as ScopeParams))
}

function requestOf({ requestId, key }: Job<unknown>) {
  return { id: requestId, idempotency_key: key }
}

function toResponse(
  { status, body }: CallResult,
  { path, fingerprint, requestId }: Job<unknown>,
): StoredResponse {
  return { path, fingerprint, requestId, status, body: JSON.stringify(body) }
}
