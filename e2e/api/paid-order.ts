import { expect } from 'bun:test'
import { linkSecret } from '@shop/shared/auth'
import { eventually, readStack } from '@shop/shared/testing'
import type { Visitor } from '../fixtures/visitor.ts'

const TRACKING = { carrier: 'dhl', tracking: 'JD0146000' }

interface Placed {
  buyer: Visitor
  seller: Visitor
  orderId: string
  productId: string
}

const key = () => ({ 'idempotency-key': crypto.randomUUID() })

/** Brings a placed order to where the example of a path begins: paid, sent, with a return or a refund. */
export async function advance(path: string, placed: Placed): Promise<void> {
  const { buyer, seller, orderId, productId } = placed
  const sold = `/api/orders/sold/${orderId}`
  await pay(buyer, orderId)
  if (path.includes('{refundId}'))
    await seller.post(`${sold}/refunds`, { amount: 1, reason: 'goodwill' }, key())
  if (!path.endsWith('/received') && !path.includes('{returnId}')) return
  await seller.put(`${sold}/parcel`, TRACKING)
  if (!path.includes('{returnId}')) return
  const lines = [{ productId, quantity: 1 }]
  await buyer.post(`/api/orders/${orderId}/returns`, { lines, reason: 'damaged' }, key())
}

/** Pays an order and waits until it is complete. */
export async function pay(buyer: Visitor, orderId: string): Promise<void> {
  await buyer.post('/api/payments', { token: 'tok_visa', orderId })
  await eventually(async () =>
    expect((await buyer.get(`/api/orders/${orderId}`)).body.status).toBe('Complete'),
  )
}

/** The key of the link that is mailed to the buyer. */
export async function orderKey(id: string, address: string): Promise<string> {
  return linkSecret((await readStack()).linkKeys.order, 'order', { id, address })
}
