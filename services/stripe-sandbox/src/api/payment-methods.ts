import { defineCall, ok } from './call.ts'
import { createMethod, methodEntries, methodOf } from './card-method.ts'
import { parameters } from './fields.ts'

export const createPaymentMethod = defineCall({
  publishable: true,
  schema: parameters(methodEntries),
  run: ({ db, params }) => ok(createMethod(db, params, 'card')),
})

export const retrievePaymentMethod = defineCall({
  schema: parameters({}),
  run: ({ db, id }) => ok(methodOf(db, id)),
})
