import { newId } from '@shop/shared/testing'
import { endsAs, newOrder, pay, type Order } from '../../../fixtures/checkout.ts'
import { createProduct } from '../../kit/create-product.ts'
import { injectOutage, injectRefundFault } from '../../kit/sandbox.ts'
import type { Trial } from '../../kit/trial.ts'
import { alertScenario } from '../alert-scenario.ts'

export const paymentStuck = alertScenario({
  name: 'Stripe does not capture a payment',
  alert: 'ShopPaymentStuck',
  // The reservation is handled when the payment is captured at last.
  afterwards: ['ShopEffectsLate'],
  begin: async (trial) => {
    const order = await newOrder(await createProduct(trial, 1))
    const end = await injectOutage(order.orderId, 'capture')
    await pay(order)
    return async () => {
      await end()
      await endsAs(order, 'Complete')
    }
  },
})

export const refundStaysOpen = alertScenario({
  name: 'Stripe takes no refund',
  alert: 'ShopRefundStaysOpen',
  begin: async (trial) => {
    const order = await paidOrder(trial)
    const end = await injectOutage(order.orderId, 'refund')
    await refund(order)
    return end
  },
})

export const refundFails = alertScenario({
  name: 'a refund fails at the bank',
  alert: 'ShopRefundFails',
  begin: async (trial) => {
    const order = await paidOrder(trial)
    await injectRefundFault(order.orderId, 'failed', 1, 0)
    await refund(order)
    return () => {}
  },
})

export const paymentDisputed = alertScenario({
  name: 'a buyer disputes a payment',
  alert: 'ShopPaymentDisputed',
  begin: async (trial) => {
    await paidOrder(trial, 'tok_createDispute')
    return () => {}
  },
})

async function paidOrder(trial: Trial, token?: string): Promise<Order> {
  const order = await newOrder(await createProduct(trial, 1))
  await pay(order, token)
  await endsAs(order, 'Complete')
  return order
}

async function refund({ product, orderId }: Order): Promise<void> {
  const path = `/api/orders/sold/${orderId}/refunds`
  const body = { amount: 2.5, reason: 'goodwill' }
  const { status } = await product.seller.post(path, body, { 'idempotency-key': newId() })
  if (status >= 300) throw new Error(`the refund was refused with ${status}`)
}
