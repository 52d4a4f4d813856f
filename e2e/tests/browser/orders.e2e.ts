import { chargesOf } from '../../fixtures/browser/charges.ts'
import { GOOD_CARD, goToPayment, isComplete, pay } from '../../fixtures/browser/checkout.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { asShopper, fillCart, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('an unpaid order keeps its lines and prices when its address changes', async ({ shopper }) => {
  const { id, title } = await newProduct()
  await fillCart(shopper, [{ id }])
  const orderId = await goToPayment(shopper)
  const other = await newProduct({ title: 'Cactus' })
  await asShopper(shopper, (visitor) => visitor.delete(`/api/cart/items/${id}`))
  await fillCart(shopper, [{ id: other.id }])
  await shopper.getByRole('link', { name: 'Change shipping address' }).click()
  await expect(shopper.getByLabel('Street address')).toHaveValue('14 Harbour Street')
  await shopper.getByLabel('Street address').fill('15 Harbour Street')
  await shopper.getByRole('button', { name: 'Continue to payment' }).click()
  await shopper.waitForURL(`**/checkout/${orderId}`)
  await expect(shopper.getByText('15 Harbour Street')).toBeVisible()
  await expect(shopper.getByText(title)).toBeVisible()
  await expect(shopper.getByText(other.title)).toHaveCount(0)
  await pay(shopper, GOOD_CARD)
  await isComplete(shopper)
  expect(await chargesOf(orderId)).toEqual([1740])
})

test('the same cart can be ordered again after its order was cancelled', async ({ shopper }) => {
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  const first = await goToPayment(shopper)
  await asShopper(shopper, (visitor) => visitor.delete(`/api/orders/${first}`))
  const second = await goToPayment(shopper)
  expect(second).not.toBe(first)
  await pay(shopper, GOOD_CARD)
  await isComplete(shopper)
})

test('a changed price must be accepted before checkout', async ({ shopper }) => {
  const { id, title, seller } = await newProduct({ price: 10 })
  await fillCart(shopper, [{ id }])
  await seller.put(`/api/products/${id}`, { title, price: 11 })
  await expect(async () => {
    await shopper.goto('/cart')
    await expect(shopper.getByText('Price went up')).toBeVisible({ timeout: 100 })
  }).toPass()
  await shopper.goto('/checkout')
  await shopper.waitForURL('**/cart?changed=1')
  await shopper.getByRole('button', { name: 'Accept changes and check out' }).click()
  await shopper.waitForURL('**/checkout')
  await expect(shopper.getByText('1 × $11.00')).toBeVisible()
})

test('an order updates live, can be cancelled while unpaid, and is listed', async ({ shopper }) => {
  await signUp(shopper)
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  const orderId = await goToPayment(shopper)
  const onlooker = await shopper.context().newPage()
  await onlooker.goto(`/orders/${orderId}`)
  await expect(onlooker.getByText('Updates automatically')).toBeVisible()
  await shopper.goto('/orders')
  await expect(shopper.getByRole('heading', { name: 'Waiting for payment' })).toBeVisible()
  await shopper.getByRole('link', { name: /^Order/ }).click()
  await shopper.getByRole('link', { name: 'Cancel order' }).click()
  await shopper.getByRole('button', { name: 'Cancel order' }).click()
  await expect(shopper.getByText('Canceled', { exact: true }).first()).toBeVisible()
  await expect(onlooker.getByText('Canceled', { exact: true }).first()).toBeVisible()
})

test('a line removed from the cart can be restored', async ({ shopper }) => {
  const { id, title } = await newProduct()
  await fillCart(shopper, [{ id, quantity: 2 }])
  await shopper.goto('/cart')
  await shopper.getByRole('button', { name: `Remove ${title}` }).click()
  await expect(shopper.getByText('Your cart is empty')).toBeVisible()
  await shopper.getByRole('button', { name: 'Undo' }).click()
  await expect(shopper.getByLabel('Quantity', { exact: true })).toHaveValue('2')
})
