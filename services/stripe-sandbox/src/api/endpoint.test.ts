import { afterAll, describe, expect, test } from 'bun:test'
import { isReal, moneyOf, newKey, openAccount } from '../testing/account.ts'
import { accountOf, newHold, newIntent, refusal, withToken } from '../testing/index.ts'

const account = openAccount()
const { stripe, url, secretKey } = account
afterAll(account.stop)

const wish = { amount: 1000, currency: 'usd', metadata: { orderId: 'idempotent' } }

function post(path: string, body: string, headers: Record<string, string> = {}) {
  return fetch(`${url}${path}`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  })
}

const errorOf = async (reply: Response) =>
  ((await reply.json()) as { error: Record<string, unknown> }).error

describe('an idempotency key', () => {
  test('gets the first reply again, and nothing is done twice', async () => {
    const key = newKey('create')
    const first = await stripe.paymentIntents.create(wish, key)
    const again = await stripe.paymentIntents.create(wish, key)
    expect(again).toEqual(first)
    expect(again.lastResponse.headers).toBeInstanceOf(Headers)
    const headers = again.lastResponse.headers as unknown as Headers
    expect(headers.get('idempotent-replayed')).toBe('true')
    expect(headers.get('original-request')).toBe(first.lastResponse.requestId)
    expect(await moneyOf(account, first.id)).toEqual({ held: 0, taken: 0, back: 0 })
  })

  test('gets a decline again without a second charge', async () => {
    const { id } = await newIntent(stripe, 'declined-twice')
    const key = newKey('confirm')
    const confirm = () =>
      refusal(stripe.paymentIntents.confirm(id, withToken('tok_visa_chargeDeclined'), key))
    const [first, again] = [await confirm(), await confirm()]
    expect(again).toMatchObject({ statusCode: 402, code: 'card_declined', charge: first.charge })
    expect((await stripe.charges.list({ payment_intent: id })).data).toHaveLength(1)
  })

  test('gets a refusal by the state of the intent again, even when the state has changed', async () => {
    const { id } = await newIntent(stripe, 'refused-twice')
    const key = newKey('capture')
    const capture = () => stripe.paymentIntents.capture(id, {}, key)
    expect((await refusal(capture())).code).toBe('payment_intent_unexpected_state')
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
    expect((await refusal(capture())).code).toBe('payment_intent_unexpected_state')
    expect((await stripe.paymentIntents.capture(id)).status).toBe('succeeded')
  })

  test('is not spent by parameters that are refused', async () => {
    const key = newKey('create')
    const unknown = { ...wish, colour: 'red' }
    const refused = await refusal(stripe.paymentIntents.create(unknown, key))
    expect(refused).toMatchObject({ statusCode: 400, code: 'parameter_unknown' })
    const created = await stripe.paymentIntents.create(wish, key)
    expect(created.amount).toBe(1000)
  })

  test('may not come with other parameters or for another endpoint', async () => {
    const key = newKey('create')
    await stripe.paymentIntents.create(wish, key)
    const other = stripe.paymentIntents.create({ ...wish, amount: 2000 }, key)
    expect(await refusal(other)).toMatchObject({
      type: 'StripeIdempotencyError',
      statusCode: 400,
      rawType: 'idempotency_error',
    })
    const { id } = await newHold(stripe, 'mismatch')
    const elsewhere = stripe.paymentIntents.capture(id, {}, key)
    expect(await refusal(elsewhere)).toMatchObject({ type: 'StripeIdempotencyError' })
    expect(await moneyOf(account, id)).toEqual({ held: 1000, taken: 0, back: 0 })
  })

  test.skipIf(isReal)('is refused while its first request is at work', async () => {
    await fetch(`${url}/sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({
        match: { orderId: 'concurrent' },
        call: 'create',
        kind: 'delay',
        ms: 500,
      }),
    })
    const create = () =>
      post('/v1/payment_intents', 'amount=1000&currency=usd&metadata[orderId]=concurrent', {
        'idempotency-key': 'create:concurrent',
      })
    const replies = await Promise.all([create(), create()])
    expect(replies.map((reply) => String(reply.status)).toSorted()).toEqual(['200', '409'])
    const refused = replies.find((reply) => reply.status === 409)
    expect(refused && (await errorOf(refused))).toMatchObject({
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
    })
    const replayed = await create()
    expect(replayed.headers.get('idempotent-replayed')).toBe('true')
    await accountOf(url, 'concurrent')
  })
})

describe('the wire', () => {
  test('takes the secret key as Bearer or as user of Basic, and nothing else', async () => {
    const get = (authorization: string) =>
      fetch(`${url}/v1/charges`, { headers: authorization === '' ? {} : { authorization } })
    const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`
    expect((await get(`Bearer ${secretKey}`)).status).toBe(200)
    expect((await get(basic(secretKey))).status).toBe(200)
    for (const wrong of ['', 'Bearer sk_test_wrong', basic('sk_test_wrong'), secretKey])
      expect((await get(wrong)).status).toBe(401)
    const error = await errorOf(await get('Bearer sk_test_0123456789abcdef'))
    expect(error).toMatchObject({
      type: 'invalid_request_error',
      message: 'Invalid API Key provided: sk_test_********cdef',
    })
  })

  test('answers in JSON with an id for each request and the version asked for', async () => {
    const reply = await fetch(`${url}/v1/charges`, {
      headers: { authorization: `Bearer ${secretKey}`, 'stripe-version': '2026-10-28.endive' },
    })
    expect(reply.headers.get('content-type')).toBe('application/json')
    expect(reply.headers.get('request-id')).toMatch(/^req_\w{14}$/)
    expect(reply.headers.get('stripe-version')).toBe('2026-10-28.endive')
  })

  test('knows no other addresses', async () => {
    const reply = await post('/v1/payment_intentz', '')
    expect(reply.status).toBe(404)
    expect(await errorOf(reply)).toMatchObject({
      type: 'invalid_request_error',
      message: expect.stringContaining('(POST: /v1/payment_intentz)'),
    })
  })

  test('takes forms only', async () => {
    const reply = await post('/v1/payment_intents', '{"amount":1000}', {
      'content-type': 'application/json',
    })
    expect(reply.status).toBe(400)
    expect((await errorOf(reply))['message']).toContain('application/x-www-form-urlencoded')
  })

  test('does not know parameters that Stripe does not have', async () => {
    const reply = await post('/v1/payment_intents', 'amount=1000&currency=usd&colour=red')
    expect(reply.status).toBe(400)
    expect(await errorOf(reply)).toMatchObject({
      code: 'parameter_unknown',
      param: 'colour',
      message: 'Received unknown parameter: colour',
    })
  })

  test('expands what can be expanded', async () => {
    const { id } = await newHold(stripe, 'expand')
    const intent = await stripe.paymentIntents.retrieve(id, {
      expand: ['latest_charge.refunds', 'payment_method'],
    })
    expect(intent).toMatchObject({
      latest_charge: { object: 'charge', refunds: { object: 'list', data: [] } },
      payment_method: { object: 'payment_method', type: 'card' },
    })
    const error = await refusal(stripe.paymentIntents.retrieve(id, { expand: ['amount'] }))
    expect(error.message).toBe('This property cannot be expanded (amount).')
  })
})
