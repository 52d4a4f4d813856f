import * as v from 'valibot'
import { defineCall, ok } from './call.ts'
import { parameters, text } from './fields.ts'
import { requireObject, equal, listResult, pageEntries } from './lists.ts'

export const retrieveCharge = defineCall({
  schema: parameters({}),
  run: ({ db, id }) => ok(requireObject(db, 'charge', id)),
})

export const listCharges = defineCall({
  schema: parameters({ ...pageEntries, payment_intent: v.exactOptional(text) }),
  run: ({ db, params }) =>
    listResult(db, 'charge', params, equal({ payment_intent: params.payment_intent })),
})
