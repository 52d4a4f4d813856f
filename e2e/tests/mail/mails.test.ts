import { expect, test } from 'bun:test'
import { mailTo, mailsTo, newId } from '@shop/shared/testing'
import { newAccount } from '../../fixtures/accounts.ts'
import { ADDRESS } from '../../fixtures/address.ts'
import { endsAs, pay } from '../../fixtures/checkout.ts'
import { Visitor } from '../../fixtures/visitor.ts'

/** What stands behind the # of a link in a mail. */
function codeIn(text: string, path: string): string {
  return new RegExp(`${path}#(\\S+)`).exec(text)?.[1] ?? ''
}

async function newVerifiedSeller() {
  const { visitor, email } = await newAccount()
  const { text } = await mailTo(email, 'Confirm')
  const token = codeIn(text, '/auth/verify')
  expect((await visitor.post('/api/users/email/verify', { token })).status).toBe(200)
  return { visitor, email }
}

/** A complete order of a new buyer at a new seller. */
async function newPurchase() {
  const [seller, buyer] = [await newVerifiedSeller(), await newAccount()]
  const listing = { title: 'Teapot', price: 42, quantity: 1 }
  const product = (await seller.visitor.post('/api/products', listing)).body
  const line = { productId: product.id, quantity: 1 }
  await buyer.visitor.post('/api/cart/items', line)
  const order = (await buyer.visitor.post('/api/orders', { items: [line], address: ADDRESS })).body
  const path = `/api/orders/${order.id}`
  const placed = { buyer: buyer.visitor, orderId: order.id, path }
  await pay(placed as Parameters<typeof pay>[0])
  await endsAs(placed as Parameters<typeof pay>[0], 'Complete')
  return { seller, buyer, order, path }
}

test('a purchase is mailed to the buyer, with a link that opens it anywhere, and to the seller, without the address', async () => {
  const { seller, buyer, order, path } = await newPurchase()
  const receipt = await mailTo(buyer.email, order.number)
  expect(receipt.text).toContain(ADDRESS.line1)
  const key = codeIn(receipt.text, `/orders/${order.id}`)
  expect((await new Visitor().post(`${path}/open`, { key })).status).toBe(204)

  const sold = await mailTo(seller.email, order.number)
  expect(sold.text).toContain(`/sell/orders/${order.id}`)
  expect(`${sold.html}${sold.text}`).not.toContain(ADDRESS.line1)
})

test('a sent parcel is mailed to the buyer, with its arrival and tracking', async () => {
  const { seller, buyer, order } = await newPurchase()
  const parcel = { carrier: 'ups', tracking: '1Z999AA10123456784' }
  const sent = await seller.visitor.put(`/api/orders/sold/${order.id}/parcel`, parcel)
  expect(sent.status).toBe(200)
  const { text } = await mailTo(buyer.email, 'sent your parcel')
  expect(text).toContain('Arrives ')
  expect(text).toContain(`tracknum=${parcel.tracking}`)
})

test('a refund is mailed to the buyer once the money is on its way', async () => {
  const { seller, buyer, order } = await newPurchase()
  const refund = { amount: 5, reason: 'goodwill' }
  const key = { 'idempotency-key': newId() }
  const asked = await seller.visitor.post(`/api/orders/sold/${order.id}/refunds`, refund, key)
  expect(asked.status).toBe(201)
  const { subject } = await mailTo(buyer.email, 'back for order')
  expect(subject).toBe(`You got $5.00 back for order ${order.number}`)
})

test('a forgotten password is mailed once, and to nobody without an account', async () => {
  const { email } = await newAccount()
  await mailTo(email, 'Confirm')
  const nobody = `${newId()}@example.com`
  for (const address of [nobody, email])
    await new Visitor().post('/api/users/password/forgot', { email: address })
  const token = codeIn((await mailTo(email, 'password')).text, '/auth/reset')
  const reset = { token, password: newId() }
  expect((await new Visitor().post('/api/users/password/reset', reset)).status).toBe(200)
  await mailTo(email, 'was changed')
  expect(await mailsTo(nobody)).toEqual([])
})
