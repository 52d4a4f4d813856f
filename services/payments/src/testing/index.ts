import { expect } from 'bun:test'
import type { PayloadOf } from '@shop/shared/contracts'
import {
  eventually,
  newId,
  moneyOf,
  newUser,
  readStack,
  startTestService,
} from '@shop/shared/testing'
import type { PaymentsConfig } from '../config.ts'
import { createPayments } from '../service.ts'
import { refundHelpers } from './refunds.ts'

/** The payments service on the stack's servers and sandbox; tests play the parts of orders and products. */
export async function startTestPayments(overrides: Partial<PaymentsConfig> = {}) {
  const { sandbox } = await readStack()
  const service = await startTestService('payments', createPayments, {
    STRIPE_SECRET_KEY: sandbox.secretKey,
    STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
    STRIPE_API_URL: sandbox.url,
    ...overrides,
  })
  const authorized = service.published('payment:authorized')
  const item = { productId: newId(), title: 'Teapot', price: 12.5, quantity: 2, sellerId: newId() }

  return {
    ...service,
    sandbox,
    authorized,

    /** Publishes an order and waits until the service has copied it. */
    async knownOrder(buyer = newUser()) {
      const order: PayloadOf<'order:created'> = {
        id: newId(),
        userId: buyer.sub,
        status: 'Created',
        total: 25,
        items: [item],
        version: 0,
      }
      await service.publish('order:created', order)
      await eventually(async () => expect(await this.copyOf(order.id)).toBeTruthy())
      return { buyer, order, orderId: order.id }
    },

    copyOf: (orderId: string) => service.db.collection('orders').findOne({ _id: orderId as never }),

    stored: (orderId: string) => service.db.collection('payments').findOne({ orderId }),

    async reaches(orderId: string, state: string) {
      return eventually(async () => {
        const payment = await this.stored(orderId)
        expect(payment?.['state']).toBe(state)
        return payment
      })
    },

    pay: (orderId: string, as: ReturnType<typeof newUser>, token = 'tok_visa') =>
      service.call('POST', '/api/payments', { as, json: { token, orderId } }),

    async payReserved(orderId: string, as: ReturnType<typeof newUser>, token?: string) {
      const [response] = await Promise.all([
        this.pay(orderId, as, token),
        this.publishOutcome(orderId, 'reserved'),
      ])
      return response
    },

    /** Publishes the reservation's outcome as the products service would, once the money is held. */
    async publishOutcome(orderId: string, kind: 'reserved' | 'rejected'): Promise<void> {
      const { id: paymentId } = await eventually(() => {
        const held = authorized.find((event) => event.orderId === orderId)
        expect(held).toBeDefined()
        return held as PayloadOf<'payment:authorized'>
      })
      const short = [{ productId: item.productId, wanted: 2, available: 1 }]
      if (kind === 'reserved') await service.publish('inventory:reserved', { orderId, paymentId })
      else await service.publish('inventory:rejected', { orderId, paymentId, short })
    },

    cancel: (orderId: string) =>
      service.publish('order:cancelled', { id: orderId, version: 1, reason: 'user' }),

    money: moneyOf,

    refunds: refundHelpers(service),

    async stripe(path: string, fields: Record<string, string> = {}) {
      const response = await fetch(`${sandbox.url}/v1/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${sandbox.secretKey}` },
        body: new URLSearchParams(fields),
      })
      expect(response.status).toBe(200)
      return (await response.json()) as { id: string }
    },

    async sandboxPost(path: string, json: object = {}): Promise<void> {
      const request = { method: 'POST', body: JSON.stringify(json) }
      const response = await fetch(`${sandbox.url}/sandbox/${path}`, request)
      expect(response.ok).toBe(true)
    },

    /** Gives the order's first refund at Stripe that has not failed its later status. */
    async settleRefund(orderId: string, status: string): Promise<void> {
      const ledger = await fetch(`${sandbox.url}/sandbox/ledger`)
      const { paymentIntents } = (await ledger.json()) as Ledger
      const mine = paymentIntents.find((intent) => intent.orderId === orderId)
      const id = mine?.refunds.find((refund) => refund.status !== 'failed')?.id
      await this.sandboxPost(`refunds/${id}`, { status })
    },

    settleChallenge(intentId: string, result: 'succeed' | 'fail'): Promise<void> {
      return this.sandboxPost(`payment_intents/${intentId}/challenge`, { result })
    },

    fault(orderId: string, call: string, kind: string, rest: object = {}): Promise<void> {
      return this.sandboxPost('faults', { match: { orderId }, call, kind, ...rest })
    },
  }
}

interface Ledger {
  paymentIntents: { orderId: string; refunds: { id: string; status: string }[] }[]
}

/** The money of an order of two teapots that was paid once. */
export const CAPTURED_ONCE = { intents: 1, held: 0, captured: 2500, refunded: 0 }

export type TestPayments = Awaited<ReturnType<typeof startTestPayments>>
