import { chargesOf } from '../../fixtures/browser/charges.ts'
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
import { fillCart } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('a guest finds a product, pays by card and sees the order complete', async ({ shopper }) => {
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

test('a declined card keeps the order payable with another card', async ({ shopper }) => {
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

test('a failed 3-D Secure check keeps the order payable, and a passed one pays it', async ({
  shopper,
}) => {
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

test('double click, two tabs, Back and reload charge once', async ({ shopper }) => {
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

test('a product that sells out during payment is not charged', async ({ shopper, newShopper }) => {
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
