import * as v from 'valibot'
import { defineCall, ok } from './call.ts'
import { parameters, text } from './fields.ts'
import { demand, equal, listAnswer, pageEntries } from './lists.ts'

export const retrieveCharge = defineCall({
  schema: parameters({}),
  run: ({ db, id }) => ok(demand(db, 'charge', id)),
})

export const listCharges = defineCall({
  schema: parameters({ ...pageEntries, payment_intent: v.exactOptional(text) }),
  run: ({ db, params }) =>
    listAnswer(db, 'charge', params, equal({ payment_intent: params.payment_intent })),
})
