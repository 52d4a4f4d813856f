import { noSuch } from '../rules/api-error.ts'
import { defineCall, ok } from './call.ts'
import { parameters, text } from './fields.ts'
import { requireObject } from './lists.ts'

const BROWSER_FIELDS = [
  'id',
  'object',
  'amount',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'status',
] as const

/** The fields of an intent for a browser that knows its client secret. */
export const lookUpIntent = defineCall({
  publishable: true,
  schema: parameters({ client_secret: text }),
  run: ({ db, id, params }) => {
    const intent = requireObject(db, 'payment_intent', id)
    if (params.client_secret !== intent.client_secret) throw noSuch('payment_intent', id)
    return ok(Object.fromEntries(BROWSER_FIELDS.map((field) => [field, intent[field]])))
  },
})
