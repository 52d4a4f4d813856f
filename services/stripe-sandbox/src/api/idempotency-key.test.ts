import { afterAll, describe, expect, test } from 'bun:test'
import { isReal, moneyOf, newKey, openAccount } from '../testing/account.ts'
import { errorOf, postForm } from '../testing/form-post.ts'
import {
  accountOf,
  newHold,
  newIntent,
  postFault,
  stripeErrorOf,
  withToken,
} from '../testing/index.ts'

const account = openAccount()
const { stripe, url } = account
afterAll(account.stop)

const request = { amount: 1000, currency: 'usd', metadata: { orderId: 'idempotent' } }

describe('an idempotency key', () => {
  test('replays the first response and executes once', async () => {
    const key = newKey('create')
    const first = await stripe.paymentIntents.create(request, key)
    const again = await stripe.paymentIntents.create(request, key)
    expect(again).toEqual(first)
    expect(again.lastResponse.headers).toBeInstanceOf(Headers)
    const headers = again.lastResponse.headers as unknown as Headers
    expect(headers.get('idempotent-replayed')).toBe('true')
    expect(headers.get('original-request')).toBe(first.lastResponse.requestId)
    expect(await moneyOf(account, first.id)).toEqual({ held: 0, taken: 0, back: 0 })
  })

  test('replays a decline without a second charge', async () => {
    const { id } = await newIntent(stripe, 'declined-twice')
    const key = newKey('confirm')
    const confirm = () =>
      stripeErrorOf(stripe.paymentIntents.confirm(id, withToken('tok_visa_chargeDeclined'), key))
    const [first, again] = [await confirm(), await confirm()]
    expect(again).toMatchObject({ statusCode: 402, code: 'card_declined', charge: first.charge })
    expect((await stripe.charges.list({ payment_intent: id })).data).toHaveLength(1)
  })

  test('replays an unexpected-state error after the state has changed', async () => {
    const { id } = await newIntent(stripe, 'refused-twice')
    const key = newKey('capture')
    const capture = () => stripe.paymentIntents.capture(id, {}, key)
    expect((await stripeErrorOf(capture())).code).toBe('payment_intent_unexpected_state')
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
    expect((await stripeErrorOf(capture())).code).toBe('payment_intent_unexpected_state')
    expect((await stripe.paymentIntents.capture(id)).status).toBe('succeeded')
  })

  test('stays usable after invalid parameters', async () => {
    const key = newKey('create')
    const unknown = { ...request, colour: 'red' }
    const refused = await stripeErrorOf(stripe.paymentIntents.create(unknown, key))
    expect(refused).toMatchObject({ statusCode: 400, code: 'parameter_unknown' })
    const created = await stripe.paymentIntents.create(request, key)
    expect(created.amount).toBe(1000)
  })

  test('rejects other parameters and other endpoints', async () => {
    const key = newKey('create')
    await stripe.paymentIntents.create(request, key)
    const other = stripe.paymentIntents.create({ ...request, amount: 2000 }, key)
    expect(await stripeErrorOf(other)).toMatchObject({
      type: 'StripeIdempotencyError',
      statusCode: 400,
      rawType: 'idempotency_error',
    })
    const { id } = await newHold(stripe, 'mismatch')
    const elsewhere = stripe.paymentIntents.capture(id, {}, key)
    expect(await stripeErrorOf(elsewhere)).toMatchObject({ type: 'StripeIdempotencyError' })
    expect(await moneyOf(account, id)).toEqual({ held: 1000, taken: 0, back: 0 })
  })

  test.skipIf(isReal)('returns 409 while its first request is running', async () => {
    const match = { orderId: 'concurrent' }
    await postFault(url, { match, call: 'create', kind: 'delay', ms: 500 })
    const create = () =>
      postForm(
        account,
        '/v1/payment_intents',
        'amount=1000&currency=usd&metadata[orderId]=concurrent',
        {
          'idempotency-key': 'create:concurrent',
        },
      )
    const responses = await Promise.all([create(), create()])
    expect(responses.map((response) => String(response.status)).toSorted()).toEqual(['200', '409'])
    const refused = responses.find((response) => response.status === 409)
    expect(refused && (await errorOf(refused))).toMatchObject({
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
    })
    const replayed = await create()
    expect(replayed.headers.get('idempotent-replayed')).toBe('true')
    await accountOf(url, 'concurrent')
  })
})
