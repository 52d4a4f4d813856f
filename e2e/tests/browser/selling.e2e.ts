import { join } from 'node:path'
import { newProduct } from '../../fixtures/browser/products.ts'
import { signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { root } from '../../stack/settings/paths.ts'

const picture = (name: string) => join(root, 'e2e/stack/seed/pictures', `${name}.webp`)

test('a seller creates a product with pictures, and a shopper finds it', async ({
  shopper: seller,
  newShopper,
}) => {
  const title = `Sextant ${Date.now()}`
  await signUp(seller)
  await seller.goto('/')
  await seller.getByRole('link', { name: 'Sell', exact: true }).click()
  await seller
    .getByRole('link', { name: /^Add (a )?product/ })
    .first()
    .click()
  await seller.getByRole('button', { name: 'Add product' }).click()
  await expect(seller.getByRole('alert')).toContainText('There is a problem')
  await seller.getByLabel('Name').fill(title)
  await seller.getByLabel('Category').selectOption('Sport & play')
  await seller.getByLabel('Price in US dollars').fill('42.50')
  await seller.getByLabel('In stock').fill('3')
  await seller
    .locator('input[type=file]')
    .setInputFiles([picture('compass-1'), picture('compass-2')])
  await seller.getByRole('button', { name: 'Add product' }).click()
  await seller.waitForURL(/\/sell\/products\/[\da-f]{24}/)
  await expect(seller.getByRole('button', { name: 'Remove picture 2' })).toBeVisible()

  const shopper = await newShopper()
  await shopper.goto(`/?q=${encodeURIComponent(title)}`)
  await shopper.getByRole('link', { name: title }).click()
  await expect(shopper.getByText('$42.50').first()).toBeVisible()
  await expect(shopper.getByText('Only 3 left').first()).toBeVisible()
  await expect(shopper.getByRole('list', { name: 'Pictures' }).getByRole('img')).toHaveCount(2)
})

test('stock changes by a difference, never below what is reserved', async ({ shopper }) => {
  await signUp(shopper)
  await shopper.goto('/sell/products/new')
  await shopper.getByLabel('Name').fill('Plumb line')
  await shopper.getByLabel('Category').selectOption('Home')
  await shopper.getByLabel('Price in US dollars').fill('7')
  await shopper.getByLabel('In stock').fill('4')
  await shopper.getByRole('button', { name: 'Add product' }).click()
  await shopper.waitForURL(/\/sell\/products\/[\da-f]{24}/)
  await shopper.goto('/sell/products')
  await shopper
    .getByRole('link', { name: /^Stock/ })
    .first()
    .click()
  await shopper.getByLabel('Change by').fill('-9')
  await shopper.getByLabel(/Reason|Why/).selectOption({ index: 1 })
  await shopper.getByRole('button', { name: /Change|Save/ }).click()
  await expect(shopper.getByText('Error:').first()).toBeAttached()
  await shopper.getByLabel('Change by').fill('6')
  await shopper.getByRole('button', { name: /Change|Save/ }).click()
  await expect(shopper.getByText('10', { exact: true }).first()).toBeVisible()
})

test("other sellers' products are not found on the seller pages", async ({ shopper }) => {
  const { id } = await newProduct()
  await signUp(shopper)
  const response = await shopper.goto(`/sell/products/${id}`)
  expect(response?.status()).toBe(404)
})

test('visitors are redirected to sign-in and back', async ({ shopper }) => {
  await shopper.goto('/sell/products/new')
  await shopper.waitForURL('**/auth/signin?next=%2Fsell%2Fproducts%2Fnew')
})
