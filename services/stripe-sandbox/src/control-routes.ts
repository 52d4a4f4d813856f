import type { Database } from 'bun:sqlite'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { createDispute } from './api/disputes.ts'
import type { Dependencies, WireEnv } from './api/endpoint.ts'
import { settleRefundNow } from './api/settle-refund.ts'
import { settleChallenge } from './browser/settle-challenge.ts'
import { faultRequest } from './faults/fault-request.ts'
import { addFault, disarmFault, findFault, type Fault } from './faults/store.ts'
import { rejectBrowserPages } from './guards.ts'
import { fullLedger } from './ledger/full-ledger.ts'
import { accountOf } from './ledger/movements.ts'
import { invalidRequest, noSuch } from './rules/api-error.ts'

const refundResult = v.strictObject({ status: v.picklist(['succeeded', 'failed', 'canceled']) })
const challengeResult = v.strictObject({ result: v.picklist(['succeed', 'fail']) })

/** What tests do to the sandbox and read from it. */
export function controlRoutes({ db, onCommit }: Dependencies) {
  return new Hono<WireEnv>()
    .use(rejectBrowserPages)
    .get('/ledger', (c) => c.json(ledgerOf(db, c.req.query('orderId'))))
    .post('/faults', async (c) => {
      const { match, ...fault } = await readJson(c, faultRequest)
      const scope = { orderId: match.orderId ?? null, card: match.card ?? null }
      return c.json(addFault(db, { ...fault, ...scope }), 201)
    })
    .get('/faults/:id', (c) => c.json(requireFault(db, c.req.param('id'))))
    .delete('/faults/:id', (c) => {
      const fault = requireFault(db, c.req.param('id'))
      disarmFault(db, fault.id)
      return c.json(fault)
    })
    .post('/payment_intents/:id/challenge', async (c) => {
      const { result } = await readJson(c, challengeResult)
      const { intent } = settleChallenge(db, c.req.param('id'), result === 'succeed')
      onCommit()
      return c.json(intent)
    })
    .post('/payment_intents/:id/dispute', (c) => {
      const context = { db, request: NO_REQUEST }
      const dispute = db.transaction(() => createDispute(context, c.req.param('id'))).immediate()
      onCommit()
      return c.json(dispute)
    })
    .post('/refunds/:id', async (c) => {
      const { status } = await readJson(c, refundResult)
      const refund = settleRefundNow(db, c.req.param('id'), status)
      onCommit()
      return c.json(refund)
    })
}

const NO_REQUEST = { id: null, idempotency_key: null }

function requireFault(db: Database, id: string): Fault {
  const fault = findFault(db, id)
  if (fault === null) throw noSuch('fault', id)
  return fault
}

function ledgerOf(db: Database, orderId: string | undefined) {
  if (orderId === '') throw invalidRequest('orderId: must not be empty', { param: 'orderId' })
  return orderId === undefined ? fullLedger(db) : accountOf(db, orderId)
}

async function readJson<S extends v.GenericSchema>(c: Context, schema: S) {
  const result = v.safeParse(schema, await c.req.json().catch(() => null))
  if (result.success) return result.output
  const [issue] = result.issues
  throw invalidRequest(`${v.getDotPath(issue) ?? 'body'}: ${issue.message}`)
}
