import * as v from 'valibot'
import type { Page } from '../ledger/objects.ts'
import { defineCall, ok } from './call.ts'
import { listOf, parameters, text } from './fields.ts'
import { requireObject, equal, listResult, pageEntries } from './lists.ts'

export const retrieveEvent = defineCall({
  schema: parameters({}),
  run: ({ db, id }) => ok(requireObject(db, 'event', id)),
})

export const listEvents = defineCall({
  schema: parameters({
    ...pageEntries,
    type: v.exactOptional(text),
    types: v.exactOptional(listOf(text)),
  }),
  run: ({ db, params: { type, types, ...page } }) => {
    const among: Page['where'] = types === undefined ? [] : [['$.type', 'IN', types]]
    return listResult(db, 'event', page, [...equal({ type }), ...among])
  },
})
