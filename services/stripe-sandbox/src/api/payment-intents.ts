import * as v from 'valibot'
import { cardOf } from '../ledger/cards.ts'
import { find, idOf } from '../ledger/objects.ts'
import { requireChargeable } from '../rules/amounts.ts'
import { invalidRequest } from '../rules/api-error.ts'
import { cancel, capture } from '../rules/capture-cancel.ts'
import { isDisputed } from '../rules/cards.ts'
import { newPaymentIntent } from '../rules/payment-intent.ts'
import { applyStep } from './apply-step.ts'
import { defineCall, ok } from './call.ts'
import { chooseMethod, confirmEntries, confirmIntent } from './confirm-intent.ts'
import { createDispute } from './disputes.ts'
import {
  boolean,
  changeMetadata,
  group,
  integer,
  listOf,
  metadata,
  oneOf,
  parameters,
  shipping,
  text,
} from './fields.ts'
import { requireObject, listResult, pageEntries } from './lists.ts'

const optionalText = v.exactOptional(text)

const describing = {
  description: optionalText,
  metadata: v.exactOptional(metadata),
  receipt_email: optionalText,
  shipping: v.exactOptional(shipping),
  statement_descriptor_suffix: optionalText,
}

/** Removed from the API in the release "endive". */
const noLongerSupported = v.never(
  'payment_method_types_no_longer_supported: The parameter `payment_method_types` is no longer supported. Use `allowed_payment_method_types` or dynamic payment methods instead.',
)

function requireOneMethodSetting(params: object): void {
  if ('allowed_payment_method_types' in params && 'automatic_payment_methods' in params)
    throw invalidRequest(
      'You may only specify one of these parameters: allowed_payment_method_types, automatic_payment_methods.',
      { code: 'parameters_exclusive' },
    )
}

export const createPaymentIntent = defineCall({
  fault: 'create',
  schema: v.pipe(
    parameters({
      ...describing,
      ...confirmEntries,
      amount: integer,
      currency: v.pipe(text, v.toLowerCase()),
      automatic_payment_methods: v.exactOptional(
        group({ enabled: boolean, allow_redirects: v.exactOptional(oneOf('always', 'never')) }),
      ),
      capture_method: v.exactOptional(oneOf('automatic', 'automatic_async', 'manual')),
      confirm: v.exactOptional(boolean),
      confirmation_method: v.exactOptional(oneOf('automatic', 'manual')),
      allowed_payment_method_types: v.exactOptional(listOf(oneOf('card'))),
      payment_method_types: v.exactOptional(noLongerSupported),
    }),
    v.transform((params) => {
      requireChargeable(params.amount, params.currency)
      requireOneMethodSetting(params)
      return params
    }),
  ),
  run: (context) => {
    const { params } = context
    const intent = newPaymentIntent({ ...params, metadata: changeMetadata({}, params.metadata) })
    const created = applyStep(context, {
      intent,
      movements: [],
      events: ['payment_intent.created'],
    })
    if (params.confirm === true) return confirmIntent(context, intent, params)
    const chosen = chooseMethod(context.db, intent, params)
    if (chosen === null) return created
    const chosenIntent = {
      ...intent,
      payment_method: chosen.method.id,
      status: 'requires_confirmation' as const,
    }
    return applyStep(context, { intent: chosenIntent, movements: [], events: [] })
  },
})

export const retrievePaymentIntent = defineCall({
  schema: parameters({ client_secret: optionalText }),
  run: ({ db, id }) => ok(requireObject(db, 'payment_intent', id)),
})

export const listPaymentIntents = defineCall({
  schema: parameters(pageEntries),
  run: ({ db, params }) => listResult(db, 'payment_intent', params),
})

export const capturePaymentIntent = defineCall({
  fault: 'capture',
  schema: parameters({
    amount_to_capture: v.exactOptional(integer),
    metadata: v.exactOptional(metadata),
  }),
  run: (context) => {
    const { db, id, params } = context
    const before = requireObject(db, 'payment_intent', id)
    const charge = find(db, 'charge', idOf(before.latest_charge))
    const intent = { ...before, metadata: changeMetadata(before.metadata, params.metadata) }
    const captured = applyStep(context, capture(intent, charge, params.amount_to_capture))
    const { number } = cardOf(db, idOf(intent.payment_method)) ?? { number: '' }
    if (isDisputed(number)) createDispute(context, id)
    return captured
  },
})

export const cancelPaymentIntent = defineCall({
  fault: 'cancel',
  schema: parameters({
    cancellation_reason: v.exactOptional(
      oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
    ),
  }),
  run: (context) => {
    const intent = requireObject(context.db, 'payment_intent', context.id)
    return applyStep(context, cancel(intent, context.params.cancellation_reason ?? null))
  },
})
