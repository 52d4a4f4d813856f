import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { startTestCart, type TestCart } from '../testing/index.ts'

let service: TestCart

beforeAll(async () => {
  service = await startTestCart()
})

afterAll(() => service.stop())

type User = ReturnType<typeof newUser>

async function cartWith(as: User, quantity: number): Promise<string> {
  const { id: productId } = await service.knownProduct()
  await service.call('POST', '/api/cart/items', { as, json: { productId, quantity } })
  return productId
}

const quantities = async (as: User): Promise<number[]> => {
  const { body } = await service.call('GET', '/api/cart', { as })
  return body.items.map((item: { quantity: number }) => item.quantity)
}

const payment = (userId: string, productId: string, quantity: number) => ({
  id: newId(),
  orderId: newId(),
  userId,
  stripeId: 'ch_1',
  items: [{ productId, title: 'Teapot', price: 12.5, quantity, sellerId: newId() }],
})

/** Resolves once everything published before was handled, as one more payment shows. */
async function settled(): Promise<void> {
  const as = newUser()
  const productId = await cartWith(as, 1)
  await service.publish('payment:created', payment(as.sub, productId, 1))
  await eventually(async () => expect(await quantities(as)).toEqual([]))
}

test('removes what was paid from the payer’s cart, once, and from no other', async () => {
  const [payer, other] = [newUser(), newUser()]
  const productId = await cartWith(payer, 5)
  const json = { productId, quantity: 5 }
  await service.call('POST', '/api/cart/items', { as: other, json })
  const paid = payment(payer.sub, productId, 2)
  for (let i = 0; i < 3; i += 1) await service.publish('payment:created', paid)
  await settled()
  expect(await quantities(payer)).toEqual([3])
  expect(await quantities(other)).toEqual([5])
})

test('a payment that arrives before the cart is filled removes nothing later', async () => {
  const as = newUser()
  const { id: productId } = await service.knownProduct()
  const paid = payment(as.sub, productId, 2)
  await service.publish('payment:created', paid)
  await settled()
  await service.call('POST', '/api/cart/items', { as, json: { productId, quantity: 2 } })
  await service.publish('payment:created', paid)
  await settled()
  expect(await quantities(as)).toEqual([2])
})

test('a guest’s payment finds the cart that the guest’s was folded into', async () => {
  const guest = newUser('guest')
  const productId = await cartWith(guest, 3)
  const member = { ...newUser(), guestIds: [guest.sub] }
  expect(await quantities(member)).toEqual([3])
  await service.publish('payment:created', payment(guest.sub, productId, 2))
  await eventually(async () => expect(await quantities(member)).toEqual([1]))
})

test('what a guest has paid is not removed again after the fold', async () => {
  const guest = newUser('guest')
  const productId = await cartWith(guest, 3)
  const paid = payment(guest.sub, productId, 1)
  await service.publish('payment:created', paid)
  await eventually(async () => expect(await quantities(guest)).toEqual([2]))
  const member = { ...newUser(), guestIds: [guest.sub] }
  expect(await quantities(member)).toEqual([2])
  await service.publish('payment:created', paid)
  await settled()
  expect(await quantities(member)).toEqual([2])
})
