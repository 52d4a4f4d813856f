import {
  continueToPayment,
  goToPayment,
  fillAddressBeforePriceChange,
} from '../../fixtures/browser/checkout.ts'
import { archive, newProduct } from '../../fixtures/browser/products.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test.use({ javaScriptEnabled: false })

test('a guest reaches the card form by plain links and forms', async ({ shopper }) => {
  const { title, path } = await newProduct({ category: 'garden', price: 30 })
  await shopper.goto('/?category=garden')
  await shopper.getByRole('searchbox').fill(title)
  await shopper.getByRole('button', { name: 'Search' }).click()
  await shopper.getByRole('button', { name: `Add ${title} to cart` }).click()
  await shopper.waitForURL('**/cart')
  await expect(shopper.getByRole('link', { name: title })).toBeVisible()
  await shopper.getByLabel('Quantity', { exact: true }).fill('2')
  await shopper.getByRole('button', { name: 'Change' }).click()
  await expect(shopper.getByText('$60.00').first()).toBeVisible()
  await shopper.goto(path)
  await shopper.getByRole('button', { name: 'Add to cart' }).click()
  await expect(shopper.getByLabel('Quantity', { exact: true })).toHaveValue('3')
  await shopper.goto('/checkout')
  await shopper.getByRole('button', { name: 'Continue to payment' }).click()
  await expect(shopper.getByRole('alert')).toContainText('There is a problem')
  const orderId = await goToPayment(shopper)
  const words = shopper.locator('noscript strong')
  await expect(words).toBeVisible()
  await expect(words).toHaveText('Card payment needs JavaScript')
  await shopper.getByRole('link', { name: 'Your order', exact: true }).click()
  await shopper.waitForURL(`**/orders/${orderId}`)
  await expect(shopper.getByRole('link', { name: 'Refresh' })).toBeVisible()
  await shopper.getByRole('link', { name: 'Cancel order' }).click()
  await shopper.getByRole('button', { name: 'Cancel order' }).click()
  await expect(shopper.getByText('You canceled it. You weren’t charged.').first()).toBeVisible()
  await shopper.goto('/cart')
  await shopper.getByRole('button', { name: `Remove ${title}` }).click()
  await expect(shopper.getByText('Your cart is empty')).toBeVisible()
})

test('the catalogue can be filtered, sorted and paged by plain links and forms', async ({
  shopper,
}) => {
  const cheap = await newProduct({ title: 'Zither', price: 3, category: 'music-craft' })
  const dear = await newProduct({ title: 'Zither', price: 900, category: 'music-craft' })
  await shopper.goto('/?q=zither&category=music-craft')
  await shopper.getByLabel('From').fill('800')
  await shopper.getByRole('button', { name: 'Apply price' }).click()
  await expect(shopper.getByRole('link', { name: dear.title })).toBeVisible()
  await expect(shopper.getByRole('link', { name: cheap.title })).toBeHidden()
  await shopper.getByRole('link', { name: 'From $800.00' }).click()
  await shopper.getByLabel('Sort by').selectOption('Price, low to high')
  await shopper.getByRole('button', { name: 'Sort' }).click()
  await shopper.waitForURL('**/*sort=price*')
  await expect(shopper.getByRole('list').getByRole('heading', { level: 3 }).first()).toContainText(
    'Zither',
  )
})

test('a product that cannot be added shows an error in the cart', async ({ shopper }) => {
  const product = await newProduct()
  const { title } = product
  await shopper.goto(`/?q=${encodeURIComponent(title)}`)
  await archive(product)
  await shopper.getByRole('button', { name: `Add ${title} to cart` }).click()
  await shopper.waitForURL('**/cart')
  await expect(shopper.getByRole('alert')).toContainText(/no longer for sale|sold out/)
})

test('a price that changes at the address form can be accepted without typing again', async ({
  shopper,
}) => {
  await fillAddressBeforePriceChange(shopper)
  await continueToPayment(shopper)
  await expect(shopper.getByRole('alert')).toContainText('has changed')
  await expect(shopper.getByText('$15.90', { exact: true })).toBeVisible()
  await expect(shopper.getByLabel('Email')).toHaveValue('ana@example.com')
  await continueToPayment(shopper)
  await shopper.waitForURL(/\/checkout\/[\da-f]{24}$/)
  await expect(shopper.getByText('ana@example.com')).toBeVisible()
})
