import { readStack } from '@shop/shared/testing'
import {
  CONFIRMED_CARD,
  DECLINED_CARD,
  GOOD_CARD,
  cardForm,
  enterCard,
  goToPayment,
  isComplete,
  pay,
  payButton,
} from '../../fixtures/browser/checkout.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { asShopper, fillCart, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

/** The charges that were captured for an order, in cents. */
async function chargesOf(orderId: string): Promise<number[]> {
  const { sandbox } = await readStack()
  const response = await fetch(`${sandbox.url}/v1/payment_intents?limit=100`, {
    headers: { authorization: `Bearer ${sandbox.secretKey}` },
  })
  const { data } = (await response.json()) as {
    data: { metadata: { orderId?: string }; amount_received: number }[]
  }
  return data
    .filter(({ metadata }) => metadata.orderId === orderId)
    .map(({ amount_received }) => amount_received)
}

test('a guest finds a product, buys it by card and sees it complete', async ({ shopper }) => {
  const { title, path } = await newProduct({ price: 12.5, quantity: 3 })
  await shopper.goto('/')
  await shopper.getByRole('searchbox', { name: 'Search products' }).fill(title)
  await shopper.getByRole('button', { name: 'Search' }).click()
  await expect(shopper.getByRole('heading', { level: 1 })).toContainText('1 result')
  await shopper.getByRole('link', { name: title }).click()
  await shopper.waitForURL(`**${path}`)
  await shopper.getByRole('button', { name: `One more of ${title}` }).click()
  await shopper.getByRole('button', { name: 'Add to cart' }).click()
  await expect(shopper.getByText('Added to your cart.')).toBeVisible()
  await expect(shopper.getByRole('link', { name: /Cart.*2 items/ })).toBeVisible()
  const orderId = await goToPayment(shopper)
  await pay(shopper, GOOD_CARD)
  await isComplete(shopper)
  await expect(shopper.getByRole('heading', { level: 1 })).toHaveText('Thank you')
  await expect(shopper.getByText('Visa ending 4242')).toBeVisible()
  expect(await chargesOf(orderId)).toEqual([2990])
  await shopper.goto('/cart')
  await expect(shopper.getByText('Your cart is empty')).toBeVisible()
  await shopper.goto(path)
  await expect(shopper.getByText('Only 1 left').first()).toBeVisible()
})

test('a declined card keeps the order payable, and another card pays it', async ({ shopper }) => {
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  const orderId = await goToPayment(shopper)
  await pay(shopper, DECLINED_CARD)
  await expect(shopper.getByRole('alert')).toContainText('Your bank declined this card')
  await expect(cardForm(shopper).locator('[name=number]')).toHaveValue('4000 0000 0000 0002')
  await pay(shopper, GOOD_CARD)
  await isComplete(shopper)
  expect(await chargesOf(orderId)).toEqual([1740])
})

test('the bank asks: refused it stays payable, confirmed it is paid', async ({ shopper }) => {
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  const orderId = await goToPayment(shopper)
  const challenge = shopper.getByRole('dialog').frameLocator('iframe')
  await pay(shopper, CONFIRMED_CARD)
  await challenge.getByRole('button', { name: 'Fail authentication' }).click()
  await expect(shopper.getByRole('alert')).toBeVisible()
  await pay(shopper, CONFIRMED_CARD)
  await challenge.getByRole('button', { name: 'Complete authentication' }).click()
  await isComplete(shopper)
  expect(await chargesOf(orderId)).toEqual([1740])
})

test('double click, two tabs, back and reload pay once', async ({ shopper }) => {
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  const orderId = await goToPayment(shopper)
  const second = await shopper.context().newPage()
  expect(await goToPayment(second)).toBe(orderId)
  await enterCard(shopper, GOOD_CARD)
  await enterCard(second, GOOD_CARD)
  await Promise.all([payButton(shopper).dblclick(), payButton(second).dblclick()])
  await isComplete(shopper)
  await second.goto(`/checkout/${orderId}`)
  await isComplete(second)
  await shopper.goBack()
  await shopper.goto(`/checkout/${orderId}`)
  await isComplete(shopper)
  expect(await chargesOf(orderId)).toEqual([1740])
})

test('what sells out while somebody pays costs them nothing', async ({ shopper, newShopper }) => {
  const { id, title } = await newProduct({ quantity: 1 })
  const rival = await newShopper()
  await fillCart(shopper, [{ id }])
  await fillCart(rival, [{ id }])
  const lost = await goToPayment(shopper)
  await goToPayment(rival, 'bo@example.com')
  await pay(rival, GOOD_CARD)
  await isComplete(rival)
  await pay(shopper, GOOD_CARD)
  await shopper.waitForURL('**/cart?lost=*')
  await expect(shopper.getByRole('alert')).toContainText('you weren’t charged')
  await expect(shopper.getByRole('listitem').filter({ hasText: title })).toContainText('Sold out')
  await shopper.getByRole('button', { name: `Remove ${title}` }).click()
  await expect(shopper.getByText('Your cart is empty')).toBeVisible()
  expect(await chargesOf(lost)).toEqual([0])
})

test('an unpaid order keeps its lines and prices when its address is changed', async ({
  shopper,
}) => {
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

test('a price that changed must be accepted before it is bought', async ({ shopper }) => {
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

test('an order is followed live, cancelled while unpaid, and listed', async ({ shopper }) => {
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

test('what was removed from the cart can be put back', async ({ shopper }) => {
  const { id, title } = await newProduct()
  await fillCart(shopper, [{ id, quantity: 2 }])
  await shopper.goto('/cart')
  await shopper.getByRole('button', { name: `Remove ${title}` }).click()
  await expect(shopper.getByText('Your cart is empty')).toBeVisible()
  await shopper.getByRole('button', { name: 'Undo' }).click()
  await expect(shopper.getByLabel('Quantity', { exact: true })).toHaveValue('2')
})
