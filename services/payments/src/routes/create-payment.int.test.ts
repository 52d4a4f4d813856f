import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { PaymentResponse } from '@shop/shared/contracts'
import { newId, newUser } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

const CHALLENGED = { payment_method: 'pm_card_authenticationRequired' }

let service: TestPayments

beforeAll(async () => {
  service = await startTestPayments()
})

afterAll(() => service.stop())

describe('POST /api/payments', () => {
  test.each(['tok_visa', 'pm_card_visa'])(
    'takes the money by %s once the goods are held',
    async (token) => {
      const { orderId, buyer } = await service.knownOrder()
      const [reply] = await Promise.all([
        service.pay(orderId, buyer, token),
        service.answer(orderId, 'reserved'),
      ])
      expect(reply.status).toBe(201)
      expect(safeParse(PaymentResponse, reply.body).success).toBe(true)
      expect(reply.body).toMatchObject({ orderId, status: 'succeeded' })
      expect(await service.money(orderId)).toEqual({
        intents: 1,
        held: 0,
        captured: 2500,
        refunded: 0,
      })
      const again = await service.pay(orderId, buyer, token)
      expect([again.status, again.body]).toEqual([200, reply.body])
      const told = service.authorized.find((event) => event.orderId === orderId)
      expect(told).toMatchObject({ userId: buyer.sub, brand: 'visa', last4: '4242' })
    },
  )

  test('says "processing" while nobody has answered for the goods', async () => {
    const { orderId, buyer } = await service.knownOrder()
    const { status, body } = await service.pay(orderId, buyer)
    expect([status, body.status]).toEqual([202, 'processing'])
    expect(await service.money(orderId)).toMatchObject({ held: 2500, captured: 0 })
  })

  test('a declined card leaves the order payable by another, on the same PaymentIntent', async () => {
    const { orderId, buyer } = await service.knownOrder()
    const declined = await service.pay(orderId, buyer, 'pm_card_chargeDeclinedInsufficientFunds')
    expect([declined.status, declined.body.type]).toEqual([402, '/problems/card-declined'])
    expect(declined.body.declineCode).toBe('insufficient_funds')
    expect((await service.stored(orderId))?.['lastError']).toBe('insufficient_funds')
    const [paid] = await Promise.all([
      service.pay(orderId, buyer),
      service.answer(orderId, 'reserved'),
    ])
    expect(paid.status).toBe(201)
    expect(await service.money(orderId)).toEqual({
      intents: 1,
      held: 0,
      captured: 2500,
      refunded: 0,
    })
  })

  test('a card that needs a challenge is refused where none can be shown', async () => {
    const { orderId, buyer } = await service.knownOrder()
    const { status, body } = await service.pay(orderId, buyer, 'pm_card_authenticationRequired')
    expect([status, body.declineCode]).toEqual([402, 'authentication_required'])
  })

  test('nobody is charged for what is sold out', async () => {
    const { orderId, buyer } = await service.knownOrder()
    const [reply] = await Promise.all([
      service.pay(orderId, buyer),
      service.answer(orderId, 'rejected'),
    ])
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/sold-out'])
    expect(reply.body.short).toMatchObject([{ wanted: 2, available: 1 }])
    await service.reaches(orderId, 'Cancelled')
    expect(await service.money(orderId)).toEqual({ intents: 1, held: 0, captured: 0, refunded: 0 })
    expect((await service.pay(orderId, buyer)).body.type).toBe('/problems/sold-out')
  })

  test('many payers with three cards take the money once', async () => {
    const { orderId, buyer } = await service.knownOrder()
    const cards = ['tok_visa', 'pm_card_mastercard', 'tok_amex']
    const answered = service.answer(orderId, 'reserved')
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, i) => service.pay(orderId, buyer, cards[i % 3])),
    )
    await answered
    await service.reaches(orderId, 'Captured')
    expect(await service.money(orderId)).toEqual({
      intents: 1,
      held: 0,
      captured: 2500,
      refunded: 0,
    })
    for (const { status, body } of replies)
      expect([201, 200, 202, '/problems/payment-in-progress']).toContain(
        status === 409 ? body.type : status,
      )
  })

  test('an answer that Stripe lost is safe to ask for again', async () => {
    const { orderId, buyer } = await service.knownOrder()
    await service.fault(orderId, 'confirm', 'error-after-commit')
    const lost = await service.pay(orderId, buyer)
    expect([lost.status, lost.body.type]).toEqual([503, '/problems/unavailable'])
    const [paid] = await Promise.all([
      service.pay(orderId, buyer),
      service.answer(orderId, 'reserved'),
    ])
    expect(paid.status).toBeOneOf([200, 201])
    expect(await service.money(orderId)).toEqual({
      intents: 1,
      held: 0,
      captured: 2500,
      refunded: 0,
    })
  })

  test('a challenge is asked for once, and the same token pays after it', async () => {
    const { orderId, buyer } = await service.knownOrder()
    const { id: token } = await service.stripe('test_helpers/confirmation_tokens', CHALLENGED)
    const first = await service.pay(orderId, buyer, token)
    expect([first.status, first.body.status]).toEqual([202, 'requires_action'])
    expect(first.body.clientSecret).toContain('_secret_')
    expect((await service.pay(orderId, buyer, token)).body).toEqual(first.body)
    const [intentId] = first.body.clientSecret.split('_secret_')
    await service.settleChallenge(intentId, 'succeed')
    const [paid] = await Promise.all([
      service.pay(orderId, buyer, token),
      service.answer(orderId, 'reserved'),
    ])
    expect(paid.status).toBe(201)
    expect(await service.money(orderId)).toEqual({
      intents: 1,
      held: 0,
      captured: 2500,
      refunded: 0,
    })
  })

  test('a failed challenge leaves the order payable by another card', async () => {
    const { orderId, buyer } = await service.knownOrder()
    const { id: token } = await service.stripe('test_helpers/confirmation_tokens', CHALLENGED)
    const { body } = await service.pay(orderId, buyer, token)
    const [intentId] = body.clientSecret.split('_secret_')
    await service.settleChallenge(intentId, 'fail')
    const [paid] = await Promise.all([
      service.pay(orderId, buyer, 'tok_visa'),
      service.answer(orderId, 'reserved'),
    ])
    expect(paid.status).toBe(201)
    expect(await service.money(orderId)).toEqual({
      intents: 1,
      held: 0,
      captured: 2500,
      refunded: 0,
    })
  })

  test('a cancelled order cannot be paid', async () => {
    const { orderId, buyer } = await service.knownOrder()
    await service.pay(orderId, buyer, 'tok_chargeDeclined')
    await service.cancel(orderId)
    await service.reaches(orderId, 'Cancelled')
    const reply = await service.pay(orderId, buyer)
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/order-cancelled'])
    expect(await service.money(orderId)).toMatchObject({ held: 0, captured: 0 })
  })

  test('an order that is older than a day cannot be paid', async () => {
    const { orderId, buyer } = await service.knownOrder()
    const placedAt = new Date(Date.now() - 25 * 3600 * 1000)
    await service.db
      .collection('orders')
      .updateOne({ _id: orderId as never }, { $set: { placedAt } })
    const { status, body } = await service.pay(orderId, buyer)
    expect([status, body.type]).toEqual([409, '/problems/order-expired'])
    expect((await service.money(orderId)).intents).toBe(0)
  })

  test('other people’s orders and unknown ones are not found', async () => {
    const { orderId, buyer } = await service.knownOrder()
    expect((await service.pay(orderId, newUser())).status).toBe(404)
    expect((await service.pay(newId(), buyer)).status).toBe(404)
    const json = { token: 'tok_visa', orderId }
    expect((await service.call('POST', '/api/payments', { json })).status).toBe(401)
    const member = { ...newUser(), guestIds: [buyer.sub] }
    expect((await service.pay(orderId, member, 'tok_chargeDeclined')).status).toBe(402)
    expect((await service.stored(orderId))?.['userId']).toBe(buyer.sub)
  })

  test.each([
    ['a token of no kind', { token: 'card_1', orderId: newId() }],
    ['an empty token', { token: '', orderId: newId() }],
    ['an operator as token', { token: { $gt: '' }, orderId: newId() }],
    ['a malformed order', { token: 'tok_visa', orderId: 'x' }],
    ['an amount', { token: 'tok_visa', orderId: newId(), amount: 1 }],
  ])('refuses %s', async (_, json) => {
    const { status } = await service.call('POST', '/api/payments', { as: newUser(), json })
    expect(status).toBe(400)
  })

  test('a token that Stripe does not know is bad input, and frees the attempt', async () => {
    const { orderId, buyer } = await service.knownOrder()
    const { status, body } = await service.pay(orderId, buyer, 'tok_nobodyknowsthis')
    expect([status, body.errors[0].field]).toEqual([400, 'token'])
    expect((await service.pay(orderId, buyer, 'tok_chargeDeclined')).status).toBe(402)
  })
})
