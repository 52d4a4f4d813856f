import * as v from 'valibot'

const CALL_FAULTS = [
  'delay',
  'timeout-after-commit',
  'error-before-commit',
  'error-after-commit',
  'reset',
] as const
/** Instead of what the card decides; what follows, follows after `ms`. */
const REFUND_FAULTS = ['pending', 'failed', 'failed-later'] as const
const WEBHOOK_FAULTS = ['delay', 'drop', 'duplicate', 'shuffle'] as const

const common = {
  match: v.pipe(
    v.strictObject({ orderId: v.optional(v.string()), card: v.optional(v.string()) }),
    v.check(
      (match) => match.orderId !== undefined || match.card !== undefined,
      'Must have an orderId or a card',
    ),
  ),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  ms: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000)), 30_000),
}

/** The body that arms a fault. */
export const faultRequest = v.variant('call', [
  v.strictObject({
    ...common,
    call: v.picklist(['create', 'confirm', 'capture', 'cancel']),
    kind: v.picklist(CALL_FAULTS),
  }),
  v.strictObject({
    ...common,
    call: v.literal('refund'),
    kind: v.picklist([...CALL_FAULTS, ...REFUND_FAULTS]),
  }),
  v.strictObject({ ...common, call: v.literal('webhook'), kind: v.picklist(WEBHOOK_FAULTS) }),
])
