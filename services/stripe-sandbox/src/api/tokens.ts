import * as v from 'valibot'
import { storeCard } from '../ledger/cards.ts'
import { save } from '../ledger/objects.ts'
import { newToken } from '../rules/payment-method.ts'
import { defineCall, ok } from './call.ts'
import { checkedCard, typedCard } from './card-method.ts'
import { group, parameters, text } from './fields.ts'
import { requireObject } from './lists.ts'

export const createToken = defineCall({
  publishable: true,
  schema: parameters({ card: group({ ...typedCard, name: v.exactOptional(text) }) }),
  run: ({ db, params }) => {
    const card = checkedCard(params.card, 'card')
    const token = newToken(card, params.card.name ?? null)
    save(db, token)
    storeCard(db, token.id, card.number)
    return ok(token)
  },
})

export const retrieveToken = defineCall({
  schema: parameters({}),
  run: ({ db, id }) => ok(requireObject(db, 'token', id)),
})
