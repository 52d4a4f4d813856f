import type { Database } from 'bun:sqlite'
import type * as v from 'valibot'
import { scopeOfRequest, type Naming } from '../faults/scope.ts'
import { takeFault, type Fault } from '../faults/store.ts'
import { OUTAGE, strikeBefore } from '../faults/strike.ts'
import { keepResponse } from '../ledger/replies.ts'
import type { StoredResponse } from '../rules/idempotency.ts'
import { StripeFault } from '../rules/stripe-fault.ts'
import type { Answer, Call } from './call.ts'
import { expand } from './expand.ts'

/** One request that is about to be executed. */
export interface Job<P> {
  /** The id in the path; empty for a call on the collection. */
  id: string
  params: P & { expand?: string[] }
  key: string | null
  path: string
  fingerprint: string
  requestId: string
}

export interface Executed {
  reply: StoredResponse
  fault: Fault | null
}

/** Executes a call in one transaction: its writes, money, events and the reply for its key. */
export async function execute<S extends v.GenericSchema>(
  { db, publicUrl }: { db: Database; publicUrl: string },
  call: Call<S>,
  job: Job<v.InferOutput<S>>,
): Promise<Executed> {
  const fault = faultFor(db, call, job)
  await strikeBefore(fault)
  const run = () => call.run({ ...job, db, publicUrl, request: requestOf(job) })
  const commit = db.transaction((): StoredResponse => {
    const answer = answerOf(db, run, job.params.expand ?? [])
    const reply = toResponse(fault?.kind === 'error-after-commit' ? OUTAGE : answer, job)
    if (job.key !== null) keepResponse(db, job.key, reply)
    return reply
  })
  return { reply: commit.immediate(), fault }
}

/** Runs the call; what a refused one wrote is taken back, and its refusal is the answer. */
function answerOf(db: Database, run: () => Answer, paths: string[]): Answer {
  try {
    return db.transaction(() => {
      const answer = run()
      if (answer.status !== 200) return answer
      return { ...answer, body: expand(db, { ...answer.body }, paths) }
    })()
  } catch (error) {
    if (error instanceof StripeFault) return error
    throw error
  }
}

function faultFor<S extends v.GenericSchema>(
  db: Database,
  call: Call<S>,
  job: Job<v.InferOutput<S>>,
): Fault | null {
  if (call.fault === undefined) return null
  return takeFault(db, call.fault, scopeOfRequest(db, job.id, job.params as Naming))
}

function requestOf({ requestId, key }: Job<unknown>) {
  return { id: requestId, idempotency_key: key }
}

function toResponse(
  { status, body }: Answer,
  { path, fingerprint, requestId }: Job<unknown>,
): StoredResponse {
  return { path, fingerprint, requestId, status, body: JSON.stringify(body) }
}
