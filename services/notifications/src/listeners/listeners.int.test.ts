import { afterAll, beforeAll, expect, test } from 'bun:test'
import { linkSecret } from '@shop/shared/auth'
import type { PayloadOf, Subject } from '@shop/shared/contracts'
import { mailTo, mailsTo, newId } from '@shop/shared/testing'
import {
  completedOrder,
  newAddress,
  startTestNotifications,
  type TestNotifications,
} from '../testing/index.ts'

let service: TestNotifications

beforeAll(async () => {
  service = await startTestNotifications()
})

afterAll(() => service.stop())

const LONG_AGO = '2026-01-01T00:00:00Z'
const now = () => new Date().toISOString()

test('a complete order is mailed once to the buyer and to each seller, however often it is published', async () => {
  const [mara, spin] = [await service.knownSeller(), await service.knownSeller({ name: 'Spin' })]
  const order = completedOrder([mara.id, spin.id])
  const publishTwice = async () => {
    for (let i = 0; i < 2; i += 1) await service.publish('order:completed', order)
  }
  await publishTwice()
  const receipt = await mailTo(order.email ?? '')
  expect(receipt.text).toContain('1 from Mara Lind')
  expect(receipt.text).toContain('1 from Spin')
  expect((await mailTo(mara.email)).subject).toStartWith('New order ')
  expect((await mailTo(spin.email)).text).toContain('Your share')
  await publishTwice()
  await everythingIsHandled()
  for (const address of [order.email ?? '', mara.email, spin.email])
    expect(await mailsTo(address)).toHaveLength(1)
})

/** Resolves once every event that was published before was handled, as one more mail shows. */
async function everythingIsHandled(): Promise<void> {
  const { email = '' } = await published('order:completed', completedOrder([]))
  await mailTo(email)
}

async function published<S extends Subject>(subject: S, payload: PayloadOf<S>) {
  await service.publish(subject, payload)
  return payload
}

test('mails are marked as automatic and carry an id made from what they report', async () => {
  const { id, email = '' } = await published('order:completed', completedOrder([]))
  const { headers, html } = await mailTo(email)
  expect(headers['auto-submitted']).toBe('auto-generated')
  expect(headers['message-id']).toMatch(/^<[\da-f]{32}@corner\.example>$/)
  const secret = linkSecret(service.config.ORDER_LINK_KEY, 'order', { id, address: email })
  expect(html).toContain(`href="${service.config.PUBLIC_ORIGINS[0]}/orders/${id}#${secret}"`)
})

test.each([
  ['unverified', { verified: false }],
  ['without an address', { email: undefined }],
] as const)('a seller who is %s gets no mail', async (_, fields) => {
  const seller = await service.knownSeller(fields)
  const { id } = await published('order:completed', completedOrder([seller.id]))
  const key = `sold:${id}:${seller.id}`
  const { lastError } = await service.reached(key, 'Dropped')
  expect(lastError).toBe('the recipient has no verified address')
})

test('an older version of a user that arrives later changes nothing', async () => {
  const seller = await service.knownSeller({ version: 3 })
  await service.publish('user:updated', { ...seller, verified: false, version: 2 })
  const { id } = await published('order:completed', completedOrder([seller.id]))
  await service.reached(`sold:${id}:${seller.id}`, 'Sent')
})

test('what happened more than three days ago is stored and not sent', async () => {
  const order = completedOrder([], { completedAt: LONG_AGO })
  await service.publish('order:completed', order)
  await service.reached(`receipt:${order.id}`, 'Dropped')
  expect(await mailsTo(order.email ?? '')).toEqual([])
})

test('a link that has expired is not sent', async () => {
  const tokenId = newId()
  const reset = { kind: 'reset', to: newAddress(), tokenId, happenedAt: now() } as const
  await service.publish('mail:asked', { ...reset, exp: LONG_AGO })
  await service.reached(`reset:${tokenId}`, 'Dropped')
})

test('a token’s secret is in the mail and nowhere else', async () => {
  const [tokenId, to] = [newId(), newAddress()]
  const exp = new Date(Date.now() + 3_600_000).toISOString()
  await service.publish('mail:asked', { kind: 'reset', to, tokenId, exp, happenedAt: now() })
  const secret = linkSecret(service.config.ACCOUNT_LINK_KEY, 'reset', { id: tokenId, address: to })
  expect((await mailTo(to)).text).toContain(`/auth/reset#${tokenId}.${secret}`)
  const stored = await service.messages.findOne({ _id: `reset:${tokenId}` })
  expect(JSON.stringify(stored)).not.toContain(secret)
})

const [orderId, sellerId] = [newId(), newId()]
const parcel = { orderId, sellerId, items: [] }
const returned = { ...parcel, returnId: 'r1', reason: 'late' } as const

test.each<[Subject, string, Record<string, unknown>]>([
  ['order:cancelled', 'is canceled', { id: orderId, version: 2, reason: 'user', wasHeld: true }],
  ['parcel:sent', 'sent your parcel', { ...parcel, n: 1, carrier: 'dhl', tracking: '1Z99' }],
  ['parcel:cancelled', 'can’t be sent', { ...parcel, by: 'seller' }],
  ['return:changed', 'return request', { ...returned, status: 'Asked' }],
  ['return:changed', 'is accepted', { ...returned, status: 'Accepted' }],
  ['return:changed', 'is refused', { ...returned, status: 'Refused', answer: 'Worn' }],
  [
    'refund:told',
    '$5.00 back',
    { orderId, refundId: 'f1', amount: 5, status: 'done', by: 'seller' },
  ],
  [
    'refund:told',
    'is delayed',
    { orderId, refundId: 'f2', amount: 5, status: 'failed', by: 'seller' },
  ],
])('%s is mailed to the buyer: %s', async (subject, words, fields) => {
  const email = newAddress()
  await service.publish(subject, { ...fields, email, happenedAt: now() })
  expect((await mailTo(email)).subject).toContain(words)
})

test.each([
  ['Confirm your email', { kind: 'verify', tokenId: newId(), exp: '2999-01-01T00:00:00Z' }],
  ['The link to your order', { kind: 'find', orderIds: [orderId] }],
  ['Your password was changed', { kind: 'password-changed', userId: newId(), version: 4 }],
] as const)('mail:asked is mailed: %s', async (words, fields) => {
  const to = newAddress()
  await service.publish('mail:asked', { ...fields, to, happenedAt: now() } as never)
  expect((await mailTo(to)).subject).toContain(words)
})

test.each([
  ['was hidden', 'hide'],
  ['is shown again', 'unhide'],
] as const)('product:moderated is mailed to the seller: %s', async (words, act) => {
  const { id: userId, email } = await service.knownSeller()
  const product = { productId: newId(), userId, title: 'Mug', reason: 'Counterfeit' }
  const event = { id: newId(), ...product, act, happenedAt: now() }
  for (let i = 0; i < 2; i += 1) await service.publish('product:moderated', event)
  await everythingIsHandled()
  const mails = await mailsTo(email)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.subject).toContain(words)
})
