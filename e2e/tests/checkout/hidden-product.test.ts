import { expect, test } from 'bun:test'
import { eventually, newUser } from '@shop/shared/testing'
import { newProduct } from '../../fixtures/checkout.ts'
import { Visitor } from '../../fixtures/visitor.ts'

test('a product that staff hide is gone from carts without title and picture, until it is shown again', async () => {
  const product = await newProduct(5)
  const shopper = await Visitor.of(newUser('guest'))
  await eventually(async () => {
    const added = await shopper.post('/api/cart/items', { productId: product.id, quantity: 1 })
    expect(added.status).toBe(201)
  })
  const staff = await Visitor.of(newUser('admin'))
  const item = async () => (await shopper.get('/api/cart')).body.items[0]
  const title = (await item())?.title
  const reason = { reason: 'Counterfeit' }
  expect((await staff.post(`/api/products/${product.id}/hide`, reason)).status).toBe(200)
  await eventually(async () =>
    expect(await item()).toMatchObject({ title: '', imageUrl: null, available: 0, drift: 'gone' }),
  )
  expect((await shopper.get(`/api/products/${product.id}`)).status).toBe(404)
  await staff.post(`/api/products/${product.id}/unhide`, reason)
  await eventually(async () => expect(await item()).toMatchObject({ title, available: 5 }))
})
