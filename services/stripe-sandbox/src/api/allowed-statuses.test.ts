import { Database } from 'bun:sqlite'
import { afterAll, describe, expect, test } from 'bun:test'
import { Stripe } from 'stripe'
import { ALLOWED, STATUSES, type Call, type Status } from '../rules/allowed-statuses.ts'
import { openAccount } from '../testing/account.ts'
import { newHold, newIntent } from '../testing/index.ts'

/** The table in Stripe's documentation, repeated here to check the rules. */
const TABLE = `
                          retrieve confirm capture cancel refund
requires_payment_method   yes      yes     no      yes    no
requires_confirmation     yes      yes     no      yes    no
requires_action           yes      yes     no      yes    no
processing                yes      no      no      yes    no
requires_capture          yes      no      yes     yes    no
canceled                  yes      no      no      no     no
succeeded                 yes      no      no      no     yes
`

const [header = '', ...lines] = TABLE.trim().split('\n')
const calls = header.trim().split(/\s+/) as Call[]
const cells = lines.flatMap((line) => {
  const [status, ...words] = line.trim().split(/\s+/)
  return words.map((word, column) => ({
    status: status as Status,
    call: calls[column] as Call,
    isAllowed: word === 'yes',
  }))
})

const { stripe, file, stop } = openAccount()
afterAll(stop)

const visa = { payment_method: 'pm_card_visa' }

const reach: Record<Status, () => Promise<Stripe.Response<Stripe.PaymentIntent>>> = {
  requires_payment_method: () => newIntent(stripe, 'legality'),
  requires_confirmation: () => newIntent(stripe, 'legality', visa),
  requires_action: async () => {
    const { id } = await newIntent(stripe, 'legality')
    const payment_method = 'pm_card_authenticationRequired'
    return stripe.paymentIntents.confirm(id, { payment_method })
  },
  processing: async () => {
    const { id } = await newIntent(stripe, 'legality')
    const db = new Database(file ?? '', { strict: true })
    db.query("UPDATE objects SET body = json_set(body, '$.status', 'processing') WHERE id = ?").run(
      id,
    )
    db.close()
    return stripe.paymentIntents.retrieve(id)
  },
  requires_capture: () => newHold(stripe, 'legality'),
  canceled: async () => stripe.paymentIntents.cancel((await newHold(stripe, 'legality')).id),
  succeeded: async () => stripe.paymentIntents.capture((await newHold(stripe, 'legality')).id),
}

const make: Record<Call, (id: string) => Promise<unknown>> = {
  retrieve: (id) => stripe.paymentIntents.retrieve(id),
  confirm: (id) => stripe.paymentIntents.confirm(id, visa),
  capture: (id) => stripe.paymentIntents.capture(id),
  cancel: (id) => stripe.paymentIntents.cancel(id),
  refund: (id) => stripe.refunds.create({ payment_intent: id }),
}

const becomes: Partial<Record<Call, Status>> = {
  confirm: 'requires_capture',
  capture: 'succeeded',
  cancel: 'canceled',
}

test('the rules match the table of 7 statuses and 5 calls', () => {
  expect(cells).toHaveLength(35)
  for (const { status, call, isAllowed } of cells)
    expect([status, call, ALLOWED[call].includes(status)]).toEqual([status, call, isAllowed])
  expect(lines.map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining([...STATUSES]))
})

describe('each call in each status', () => {
  // No card leads to `processing`: it can only be written into a sandbox's database.
  const reachable = cells.filter(({ status }) => file !== null || status !== 'processing')

  test.each(reachable)('$call in $status', async ({ status, call, isAllowed }) => {
    const before = await reach[status]()
    expect(before.status).toBe(status)
    const error: unknown = await make[call](before.id).then(
      () => null,
      (reason: unknown) => reason,
    )
    const after = await stripe.paymentIntents.retrieve(before.id)
    if (isAllowed) {
      expect(error).toBeNull()
      expect(after.status).toBe(becomes[call] ?? status)
    } else {
      expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError)
      expect(after).toEqual(before)
      if (call !== 'refund')
        expect(error).toMatchObject({
          statusCode: 400,
          code: 'payment_intent_unexpected_state',
          payment_intent: { id: before.id, status },
        })
    }
  })
})
