import { afterAll, describe, expect, test } from 'bun:test'
import { openAccount } from '../testing/account.ts'
import { errorOf, postForm } from '../testing/form-post.ts'
import { newHold, stripeErrorOf } from '../testing/index.ts'

const account = openAccount()
const { stripe, url, secretKey } = account
afterAll(account.stop)

describe('the API', () => {
  test('accepts the secret key as Bearer or Basic user only', async () => {
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

  test('returns JSON, a request id and the requested version', async () => {
    const response = await fetch(`${url}/v1/charges`, {
      headers: { authorization: `Bearer ${secretKey}`, 'stripe-version': '2026-10-28.endive' },
    })
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('request-id')).toMatch(/^req_\w{14}$/)
    expect(response.headers.get('stripe-version')).toBe('2026-10-28.endive')
  })

  test('returns 404 for unknown URLs', async () => {
    const response = await postForm(account, '/v1/payment_intentz', '')
    expect(response.status).toBe(404)
    expect(await errorOf(response)).toMatchObject({
      type: 'invalid_request_error',
      message: expect.stringContaining('(POST: /v1/payment_intentz)'),
    })
  })

  test('accepts only form bodies', async () => {
    const response = await postForm(account, '/v1/payment_intents', '{"amount":1000}', {
      'content-type': 'application/json',
    })
    expect(response.status).toBe(400)
    expect((await errorOf(response))['message']).toContain('application/x-www-form-urlencoded')
  })

  test('rejects unknown parameters', async () => {
    const response = await postForm(
      account,
      '/v1/payment_intents',
      'amount=1000&currency=usd&colour=red',
    )
    expect(response.status).toBe(400)
    expect(await errorOf(response)).toMatchObject({
      code: 'parameter_unknown',
      param: 'colour',
      message: 'Received unknown parameter: colour',
    })
  })

  test('expands expandable fields', async () => {
    const { id } = await newHold(stripe, 'expand')
    const intent = await stripe.paymentIntents.retrieve(id, {
      expand: ['latest_charge.refunds', 'payment_method'],
    })
    expect(intent).toMatchObject({
      latest_charge: { object: 'charge', refunds: { object: 'list', data: [] } },
      payment_method: { object: 'payment_method', type: 'card' },
    })
    const error = await stripeErrorOf(stripe.paymentIntents.retrieve(id, { expand: ['amount'] }))
    expect(error.message).toBe('This property cannot be expanded (amount).')
  })
})
