import { expect, test } from 'bun:test'
import type { EventOf } from '@shop/shared/contracts'
import { ofMailAsked } from './messages-of-accounts.ts'
import { ofCancelled, ofCompleted } from './messages-of-orders.ts'
import { ofParcelCancelled, ofRefund, ofReturn, ofSent } from './messages-of-parcels.ts'

const [orderId, seller, other] = ['1'.repeat(24), '2'.repeat(24), '3'.repeat(24)]
const email = 'ana@example.com'
const happenedAt = '2026-11-30T12:00:00Z'
const meta = { eventId: 'e', at: happenedAt, correlationId: 'c', v: 1 } as const
const item = (sellerId: string) => ({
  productId: '4'.repeat(24),
  title: 'Teapot',
  price: 42,
  quantity: 1,
  sellerId,
})
const addressOf = (id: string) => (id === seller ? 'mara@example.com' : null)
const summary = (messages: { key: string; kind: string; to: string | null }[]) =>
  messages.map(({ key, kind, to }) => [key, kind, to])

const completed: EventOf<'order:completed'> = {
  id: orderId,
  userId: '5'.repeat(24),
  email,
  items: [item(seller), item(other), item(seller)],
  shipping: 0,
  total: 126,
  completedAt: happenedAt,
  version: 3,
  meta,
}

test('a complete order gives a receipt and one message a seller, with their own items', () => {
  const messages = ofCompleted(completed, addressOf)
  expect(summary(messages)).toEqual([
    [`receipt:${orderId}`, 'receipt', email],
    [`sold:${orderId}:${seller}`, 'sold', 'mara@example.com'],
    [`sold:${orderId}:${other}`, 'sold', null],
  ])
  expect(messages[1]?.data).toMatchObject({ items: [item(seller), item(seller)] })
  expect(JSON.stringify(messages.slice(1))).not.toContain(email)
})

test('an order without an address for mail gives no receipt', () => {
  const messages = ofCompleted({ ...completed, email: undefined }, addressOf)
  expect(messages.map(({ kind }) => kind)).toEqual(['sold', 'sold'])
})

test('a canceled order is reported if money had been held', () => {
  const event = { id: orderId, version: 2, reason: 'user', email, happenedAt, meta } as const
  expect(ofCancelled(event)).toEqual([])
  expect(ofCancelled({ ...event, wasHeld: false })).toEqual([])
  expect(summary(ofCancelled({ ...event, wasHeld: true }))).toEqual([
    [`cancelled:${orderId}`, 'order-cancelled', email],
  ])
})

const parcel = { orderId, sellerId: seller, email, items: [item(seller)], happenedAt, meta }

test('each correction of a sent parcel is a message of its own', () => {
  const sent = (n: number) => summary(ofSent({ ...parcel, n, carrier: 'ups', tracking: '1Z99' }))
  expect(sent(1)).toEqual([[`sent:${orderId}:${seller}:1`, 'parcel-sent', email]])
  expect(sent(2)).toEqual([[`sent:${orderId}:${seller}:2`, 'parcel-sent', email]])
})

test('a canceled parcel is reported to the other side', () => {
  const key = `parcel-cancelled:${orderId}:${seller}`
  const by = (who: 'buyer' | 'seller') =>
    summary(ofParcelCancelled({ ...parcel, by: who }, addressOf))
  expect(by('buyer')).toEqual([[key, 'parcel-cancelled', 'mara@example.com']])
  expect(by('seller')).toEqual([[key, 'cannot-send', email]])
})

test('a return is reported to the buyer at each answer, to the seller when it is requested', () => {
  const kinds = (status: EventOf<'return:changed'>['status']) => {
    const event = { ...parcel, returnId: 'r', status, reason: 'late' } as const
    return summary(ofReturn(event, addressOf))
  }
  expect(kinds('Asked')).toEqual([
    ['return:r:Asked', 'return-received', email],
    ['return:r:Asked:seller', 'return-asked', 'mara@example.com'],
  ])
  expect(kinds('Accepted')).toEqual([['return:r:Accepted', 'return-accepted', email]])
  expect(kinds('Refused')).toEqual([['return:r:Refused', 'return-refused', email]])
  expect([...kinds('Refunding'), ...kinds('Refunded')]).toEqual([])
})

test('a failed refund is reported to both, one that was made to the buyer', () => {
  const told = (status: 'done' | 'failed' | 'reversed') => {
    const event = { orderId, refundId: 'f', sellerId: seller, amount: 42, by: 'seller' } as const
    return summary(ofRefund({ ...event, status, email, happenedAt, meta }, addressOf))
  }
  expect(told('done')).toEqual([['refund:f:done', 'refund-made', email]])
  for (const status of ['failed', 'reversed'] as const)
    expect(told(status)).toEqual([
      [`refund:f:${status}`, 'refund-failed', email],
      [`refund:f:${status}:seller`, 'refund-failed-seller', 'mara@example.com'],
    ])
})

const asked = (fields: Partial<EventOf<'mail:asked'>>) =>
  ofMailAsked({ kind: 'reset', to: email, happenedAt, meta, ...fields }, (text) => `#${text}`)

test('mail about accounts has the key of what it is about', () => {
  const [tokenId, exp] = ['t'.repeat(24), happenedAt]
  expect(asked({ tokenId, exp })[0]).toMatchObject({ key: `reset:${tokenId}`, exp })
  expect(asked({ kind: 'verify', tokenId, exp })[0]?.key).toBe(`verify:${tokenId}`)
  const changed = { kind: 'password-changed', userId: seller, version: 7 } as const
  expect(asked(changed)[0]?.key).toBe(`password:${seller}:7`)
  expect(asked({ kind: 'find', orderIds: [orderId] })[0]?.key).toBe(`find:#${email}:2026-11-30T12`)
})

test.each(['reset', 'verify', 'find', 'password-changed'] as const)(
  'a request for %s that lacks what it needs is an error, so that it becomes a dead letter',
  (kind) => expect(() => asked({ kind })).toThrow('without'),
)
